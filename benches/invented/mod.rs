//! Invented wire reports of the usual length: about 600 words, eight of their paragraphs with a quote.
//!
//! Out: for each number another article, put together from the same sentences in another order.

/// Paragraphs without a quote, of two sentences each.
const REPORTED: [&str; 14] = [
    "The delegations arrived in Karsund late on Monday after a storm had closed the coastal railway for most of the day. \
     Their first session lasted five hours and ended without a common statement.",
    "Fishing crews from both shores have fought over the Ostrand shoals since the border treaty lapsed eleven years ago. \
     Two trawlers were seized in January and their captains are still held in Belmark.",
    "The draft agreement runs to forty pages and would create a joint commission with a rotating chairman. \
     Inspectors could board any vessel that refuses to switch on its transponder.",
    "Economists at the Royal Institute in Halden put the yearly loss to the smaller ports at 240 million crowns. \
     Unemployment among dock workers has doubled in three winters, according to the labour office.",
    "Parliament in Velmora must approve the text by a majority of two thirds before the summer recess. \
     The opposition Harbour Party has said that it will demand changes to the chapter on fuel subsidies.",
    "Satellite pictures published last week showed new radar masts on the disputed islet of Skarv. \
     Neither government has explained who ordered the building work or paid for it.",
    "The talks are the third attempt in four years to settle the quarrel without a court. \
     An earlier round collapsed when a leaked memorandum revealed secret offers on timber duties.",
    "A spokesman for the coast guard declined to comment on reports of shots fired near the lighthouse. \
     Witnesses on the ferry described a flare and a loud bang shortly before midnight.",
    "Exports of grain and aluminium through the strait fell by a fifth in the second quarter. \
     Insurers have raised premiums for cargo ships three times since the first seizure.",
    "Diplomats from four neutral states acted as go-betweens during the night and carried written proposals from room to room. \
     The host country lent them a former customs house beside the old harbour.",
    "Protesters with green flags gathered outside the conference centre and blocked the main road for an hour. \
     Police took away nine of them, most of whom were released in the afternoon.",
    "Ordinary people on the islands hope above all that the schools and the hospital will get electricity again. \
     The undersea cable was cut in November and repairs have been postponed twice.",
    "The protocol on rescue at sea is the only part that both chambers have already ratified. \
     It obliges each navy to answer distress calls within thirty minutes, whatever flag the vessel flies.",
    "A final signing ceremony is planned for the middle of next month in the presidential palace. \
     Heads of government from the whole region have been invited, although several have not yet replied.",
];

/// Paragraphs with a quote.
const QUOTED: [&str; 12] = [
    "“We came here to close a wound, not to count the scars,” Foreign Minister Edda Storvik told reporters before the session.",
    "“Nobody in this room wants another winter of empty nets,” said Tomas Reyle, the chief negotiator for Velmora. \
     “We will sign when the inspectors are allowed on board.”",
    "She said the offer was “generous to the point of folly” and would be withdrawn on Friday.",
    "“If the masts stay, the talks end,” President Ilir Dromo warned in a televised address on Sunday evening.",
    "A senior official who asked not to be named called the memorandum “a forgery from first page to last”.",
    "Storvik added: “My government has never paid for a single bolt of that radar.”",
    "“The treaty of our grandparents was written for sailing boats,” he said. “It cannot police a fleet of factories.”",
    "According to Commissioner Nadia Feld, the subsidies are “a tax on honesty that nobody voted for”.",
    "“I have buried two cousins because a radio call went unanswered,” Mayor Anselm Brandt told the hearing in Karsund.",
    "The Tarvian leader described the ceremony as “the beginning of a long and patient friendship between neighbours”.",
    "“Let the court decide what politicians are afraid to decide,” Harbour Party chairwoman Greta Olund said in a statement.",
    "Reyle, who has led the delegation since March, said that “the cable will be mended before the first snow”.",
];

/// The article with number `number`, a headline and twenty-odd paragraphs.
pub(crate) fn article(number: usize) -> String {
    let pick =
        |list: &[&'static str], at: usize| list.iter().copied().cycle().nth(number * 5 + at).unwrap_or("");
    let mut text = format!(
        "Ministers resume talks on Ostrand shoals for day {number}\n\n\
         KARSUND, March {} (NORDA) — Norland and Tarvia moved closer on Tuesday to an agreement on the Ostrand shoals, \
         Foreign Minister Edda Storvik said after a night of negotiations with Tarvian President Ilir Dromo.",
        1 + number % 28
    );
    for at in 0..12 {
        text.push_str("\n\n");
        text.push_str(pick(&REPORTED, at));
        if at % 3 != 2 {
            text.push_str("\n\n");
            text.push_str(pick(&QUOTED, at));
        }
    }
    text.push('\n');
    text
}
