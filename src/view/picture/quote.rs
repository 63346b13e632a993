//! A quote as a picture, and what its caption says.

use crate::picture::{QuoteCard, Shape};
use crate::view::quote::{PICTURED_QUOTE, place_in_page, role_told, speaker_name};
use crate::view::source::host;
use crate::view::text::fitting::{in_marks, marked, shortened};
use crate::view::{Button, File, Press, RenderOptions, SaidLine};

/// Most characters of a quote on a picture, and of shorter ones where it does not fit.
const LENGTHS: [usize; 4] = [1_200, PICTURED_QUOTE, 350, 200];

/// Most bytes of an address that shows where the quote stands; letters that are no Latin ones take six each.
const EXACT: usize = 160;
/// Most bytes of an address that is still read well from a small square.
const SHORT: usize = 100;

impl SaidLine {
    /// The quote as a picture, with a button for the other shape; `None` where it cannot be drawn. `number` is that of the
    /// stored quote.
    #[must_use]
    pub fn picture(&self, number: i64, shape: Shape, options: &RenderOptions) -> Option<File> {
        let png = self.quote_card(options).png(shape)?;
        let (other, key) = match shape {
            Shape::Wide => (Shape::Tall, "button-picture-tall"),
            Shape::Tall => (Shape::Wide, "button-picture-wide"),
        };
        let button = Button::press(options.locale.word(key), &Press::QuotePicture(number, other));
        let name = format!("{}-{number}.png", options.locale.word("picture-file"));
        let (words, address) = self.in_words(options);
        Some(File::picture(name, png, words, address.as_deref()).row(vec![button]))
    }

    fn quote_card(&self, options: &RenderOptions) -> QuoteCard {
        let speaker = self.quote.speaker.as_ref();
        let role = speaker.and_then(|speaker| speaker.role.clone());
        let words = LENGTHS.iter().filter_map(|most| in_marks(&self.quote.text, *most));
        let mut words: Vec<String> = words.collect();
        words.dedup();
        QuoteCard {
            words,
            name: shortened(&speaker_name(speaker, options.locale), 120),
            role: role.map(|role| role_told(&role, 160)),
            facts: self.facts(options).join(" · "),
            link: self.short_link(options),
        }
    }

    /// Outlet, owner, day.
    fn facts(&self, options: &RenderOptions) -> Vec<String> {
        let owner = self.source.label.as_ref().map(|label| label.long(options));
        let name = Some(shortened(&self.source.name, 60));
        let facts = [name, owner, self.at.map(|at| options.full_date(at))];
        facts.into_iter().flatten().filter(|fact| !fact.is_empty()).collect()
    }

    /// The article's own address where it is short, else that of its card.
    fn short_link(&self, options: &RenderOptions) -> Option<String> {
        let own = self.url.clone().filter(|url| url.len() <= SHORT);
        own.or_else(|| options.bot.as_ref().map(|bot| format!("https://t.me/{bot}?start=a_{}", self.article)))
    }

    /// The picture in words: quote, speaker and role, outlet with its owner, day; and the address of the quote.
    fn in_words(&self, options: &RenderOptions) -> (String, Option<String>) {
        let speaker = self.quote.speaker.as_ref();
        let words =
            in_marks(&self.quote.text, 600).unwrap_or_else(|| marked(&shortened(&self.quote.text, 600)));
        let role = speaker.and_then(|speaker| speaker.role.as_ref()).map(|role| role_told(role, 120));
        let who = [Some(speaker_name(speaker, options.locale)), role];
        let who: Vec<String> = who.into_iter().flatten().collect();
        let place = self.url.as_ref().map(|url| {
            let exact = place_in_page(url, Some(&self.quote));
            if exact.len() <= EXACT { exact } else { url.clone() }
        });
        let place = place.filter(|url| url.len() <= 400).or_else(|| self.url.as_deref().map(host));
        let facts = self.facts(options).join(" · ");
        let said = format!("{words} — {}", who.join(", "));
        (if facts.is_empty() { said } else { format!("{said}\n{facts}") }, place)
    }
}
