use crate::article::{Given, from_text};
use crate::brief::quotes::find;

/// The speaker of each quote of `text`, with its first letters.
fn said(text: &str) -> Vec<String> {
    let quotes = find(&from_text(text, &Given::default()));
    let told = |quote: crate::brief::Quote| {
        let speaker = quote.speaker.and_then(|speaker| speaker.name).unwrap_or_default();
        format!("{speaker}: {}", quote.text.chars().take(14).collect::<String>())
    };
    quotes.into_iter().map(told).collect()
}

const SPEECH: &str = "Ladies and gentlemen,\n\nForty years ago my father mended nets on this quay. I carried the needles for him.\n\n\
We shall open the harbour in May. We shall not ask anybody for a fee, and I will not sign a law that does.\n\n\
Our neighbours have waited long enough. I thank them.\n\nThank you.\n";

#[test]
fn the_paragraphs_of_a_speech_are_its_speakers() {
    for head in [
        "Address by Prime Minister Edna Holt",
        "Speech by President Edna Holt, Port Ansel, 2 December 2026",
        "Remarks by Foreign Minister Edna Holt at the opening of the Harbour Conference",
        "Opening statement by Mayor Edna Holt to the council",
        "Keynote speech by Mayor Edna Holt at the Harbour Forum",
        "Address to the nation by President Edna Holt",
        "Address by the Prime Minister on the harbour\n\nAddress by Prime Minister Edna Holt, broadcast on 3 May 2026 at 13:00.",
    ] {
        let found = said(&format!("{head}\n\n{SPEECH}"));
        assert_eq!(found.len(), 3, "{head}: {found:?}");
        assert!(found.iter().all(|quote| quote.starts_with("Edna Holt: ")), "{head}: {found:?}");
    }
}

#[test]
fn other_texts_are_nobodys_speech() {
    for head in [
        "Address by the Prime Minister to the nation",
        "Address by the Prime Minister to President Edna Holt",
        "Speech by President Edna Holt angers fishermen",
        "Joint statement by President Edna Holt and Prime Minister Piet Rand",
        "Why the speech by President Edna Holt matters",
        "President Edna Holt speaks at the harbour",
        "The address that Edna Holt gave us",
        "Speech by the Foreign Ministry",
        "Speech by Edna Holt",
        "Speech by President Edna Holt: our view",
        "Statement by the wife of President Edna Holt",
        "Remarks by a neighbour of Prime Minister Edna Holt",
        "Address by Prime Minister Edna Holt\n\nBy Petra Vance",
    ] {
        assert_eq!(said(&format!("{head}\n\n{SPEECH}")), Vec::<String>::new(), "{head}");
    }
}

#[test]
fn a_report_of_a_speech_is_none() {
    let head = "Speech by President Edna Holt at the harbour";
    for body in [
        "President Edna Holt opened the harbour on Monday. I was there, and we all heard it.\n\nShe told us that our town had waited. We cheered her, and I did too.\n",
        "The harbour opens in May, the government announced on Monday.\n\nThe fee falls away. Ships may come again from the north and from the south.\n",
        "We stood in the rain for an hour. “The harbour opens in May,” Edna Holt told us.\n\nI saw our neighbours weep. We went home late, and my shoes were wet.\n",
        "Last Sunday I went to hear her in our old church. We sang three hymns.\n\nShe told us that we should share our bread. She said that my neighbour was hers, and I came home hungry.\n",
        "The president said that the harbour would open. We had waited for it.\n\nShe told the crowd that nobody would pay. My neighbour asked who would. The mayor replied that the state would. I left.\n",
    ] {
        let found = said(&format!("{head}\n\n{body}"));
        assert_eq!(found.len(), usize::from(body.contains('“')), "{found:?}");
    }
}
