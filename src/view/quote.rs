//! Quotes as they are shown: whose they are, and as a place in the page.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::text::fitting::{in_marks, shortened};
use super::{Locale, RenderOptions, Rich};
use crate::brief::{Kind, Quote, Speaker};
use crate::languages::{self, Language, section};
use crate::picture::can_draw;

/// Most characters of a quote on a card.
pub(super) const CARD_QUOTE: usize = 350;

/// Most characters of a quote that fits a picture of either shape.
pub(super) const PICTURED_QUOTE: usize = 700;

/// Most characters of a quote in a list of quotes: the first with which a page fits one message.
pub(super) const LISTED_QUOTES: [usize; 4] = [1_000, 600, 350, 150];

/// Who said a quote as the card names them: the full name, else the words of the text; “unnamed source” where the text
/// leaves the speaker open, “speaker not recognised” where we do not know.
pub(super) fn speaker_name(speaker: Option<&Speaker>, locale: Locale) -> String {
    let known = speaker.and_then(|speaker| speaker.name.as_deref().or_else(|| speaker.words()));
    let open = if speaker.is_some() { "unnamed-source" } else { "speaker-unknown" };
    known.filter(|words| !words.trim().is_empty()).map_or_else(|| locale.word(open), str::to_owned)
}

/// A role in one form, at most `longest` letters of it: no article before it, and its owner behind it, so that “the
/// Foreign Minister of Lakeland” and “Lakeland’s Foreign Minister” are “Foreign Minister of Lakeland”.
///
/// In Cyrillic an office begins small wherever it stands; the capital it has at the head of a sentence is left there.
pub(super) fn role_told(role: &str, longest: usize) -> String {
    let told = owner_behind(role).unwrap_or_else(|| without_article(role).to_owned());
    shortened(&begun_small(&told).unwrap_or(told), longest)
}

/// What stands between a name and a role: the comma of the role's script.
pub(super) fn comma_before(role: &str) -> &'static str {
    let first = role.chars().find(|letter| letter.is_alphabetic());
    let is_arabic = first.is_some_and(|letter| matches!(letter, '\u{600}'..='\u{6ff}'));
    if is_arabic { "، " } else { ", " }
}

fn begun_small(role: &str) -> Option<String> {
    let mut letters = role.chars();
    let (first, second) = (letters.next()?, letters.next()?);
    let is_cyrillic = matches!(first, '\u{400}'..='\u{52f}');
    // a second capital is an abbreviation's: МИД
    (is_cyrillic && first.is_uppercase() && second.is_lowercase())
        .then(|| first.to_lowercase().chain(role.chars().skip(1)).collect())
}

/// Whether two headings of quotes name one person in one role, however it is capitalised.
pub(super) fn is_one_heading(one: &Rich, other: &Rich) -> bool {
    one == other || one.text().to_lowercase() == other.text().to_lowercase()
}

fn without_article(role: &str) -> &str {
    let Some((first, rest)) = role.split_once(' ') else { return role };
    let rest = rest.trim_start();
    // with a capital it begins a sentence, unless it is of a name: The Hague, Los Angeles
    let small = if rest.starts_with(char::is_lowercase) { first.to_lowercase() } else { first.to_owned() };
    if languages::words(section::ARTICLE).any(|article| article == small) { rest } else { role }
}

/// `Lakeland’s Foreign Minister` as `Foreign Minister of Lakeland`, in a language that has such owners.
fn owner_behind(role: &str) -> Option<String> {
    Language::all().find_map(|language| {
        let (owner, office) = language.words(section::POSSESSIVE_ENDING).find_map(|ending| {
            let (owner, office) = role.split_once(&format!("{ending} "))?;
            Some((owner.trim(), office.trim()))
        })?;
        let of = language.words(section::OF).next()?;
        let owns = owner.starts_with(char::is_uppercase) && !office.is_empty();
        owns.then(|| format!("{office} {of} {owner}"))
    })
}

/// Whether a quote can be shown as a picture.
#[must_use]
pub fn has_picture(words: &str) -> bool {
    can_draw(words) && in_marks(words, PICTURED_QUOTE).is_some()
}

/// The words the text has for a speaker, when they are not the name itself.
pub(super) fn other_words(speaker: &Speaker) -> Option<&str> {
    let (name, mention) = (speaker.name.as_deref()?, speaker.mention.as_deref()?.trim());
    let named = mention.split_whitespace().any(|word| name.split_whitespace().any(|part| alike(word, part)));
    // where no spaces part words
    let within = mention.contains(name) || name.contains(mention);
    (!mention.is_empty() && !named && !within).then_some(mention)
}

/// `**Name**, role`, or for a fragment `**Partial** · Name on what Other said`.
pub(super) fn heading(quote: &Quote, options: &RenderOptions) -> Rich {
    let locale = options.locale;
    let name = shortened(&speaker_name(quote.speaker.as_ref(), locale), 120);
    let partial = quote.kind == Kind::Mixed;
    let styled = if partial { Rich::from(name) } else { Rich::new().bold(name) };
    let who = match (&quote.quoted_from, quote.speaker.as_ref().and_then(|speaker| speaker.role.as_ref())) {
        (Some(other), _) => {
            let fills = [("speaker", styled.into()), ("other", shortened(other, 120).into())];
            locale.rich("speaker-on-other", &fills)
        }
        (None, Some(role)) => styled.plain(comma_before(role)).plain(role_told(role, 120)),
        (None, None) => styled,
    };
    if partial { Rich::new().bold(locale.word("partial")).plain(" · ").then(who) } else { who }
}

/// A quote in marks and, once for each, the words the text has for its speaker.
pub(super) fn line(
    quote: &Quote,
    words: &str,
    told: &mut Vec<(String, String)>,
    options: &RenderOptions,
) -> Rich {
    let before = if quote.kind == Kind::Mixed { "… " } else { "" };
    let rich = Rich::new().plain(before).plain(words);
    let Some(speaker) = &quote.speaker else { return rich };
    let Some(mention) = other_words(speaker) else { return rich };
    let pair = (speaker.name.clone().unwrap_or_default(), mention.to_lowercase());
    if told.contains(&pair) {
        return rich;
    }
    told.push(pair);
    rich.plain(" ").plain(options.locale.say("in-the-text", &[("words", shortened(mention, 120).into())]))
}

/// A link into the page at the words of a quote (a text fragment, WICG scroll-to-text-fragment), or the page itself.
pub(super) fn place_in_page(url: &str, quote: Option<&Quote>) -> String {
    quote.map_or_else(|| url.to_owned(), |quote| place_at(url, &quote.text))
}

/// A link into the page at these words of it.
pub(super) fn place_at(url: &str, words: &str) -> String {
    let Some(directive) = text_directive(words) else { return url.to_owned() };
    let mark = if url.contains('#') { "" } else { "#" };
    format!("{url}{mark}:~:text={directive}")
}

/// The start of a quote and, for a long one, its end.
fn text_directive(words: &str) -> Option<String> {
    let first_line = words.lines().next()?;
    let words: Vec<&str> = first_line.split_whitespace().collect();
    if words.len() < 2 {
        return None;
    }
    if words.len() <= 10 {
        return Some(encoded(&words.join(" ")));
    }
    let (start, end) = (words.get(..5)?.join(" "), words.get(words.len() - 5..)?.join(" "));
    Some(format!("{},{}", encoded(&start), encoded(&end)))
}

/// Percent-encodes everything but unreserved characters, and the hyphen, which means something in a text directive.
fn encoded(words: &str) -> String {
    words.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            let hex = |digit: u8| char::from_digit(digit.into(), 16).unwrap_or('0').to_ascii_uppercase();
            out.extend(['%', hex(byte >> 4), hex(byte & 15)]);
        }
        out
    })
}

/// True when two words are forms of one name: equal but for the last two letters (Лавров, Лаврова, Lavrov’s).
fn alike(word: &str, part: &str) -> bool {
    let letters = |word: &str| {
        word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<Vec<_>>()
    };
    let (word, part) = (letters(word), letters(part));
    let stem = part.len().saturating_sub(2).max(3).min(part.len());
    part.len() >= 2
        && word.len() <= part.len() + 3
        && word.get(..stem).is_some_and(|head| part.get(..stem) == Some(head))
}

/// What a machine made of one quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translation {
    /// The words in the reader's language; `None` when none passed the checks.
    pub words: Option<String>,
    /// Name of the model.
    pub model: String,
}

impl Translation {
    /// The line that stands under the original: whose it is, and its words without quotation marks.
    #[must_use]
    pub fn line(&self, options: &RenderOptions) -> String {
        let model = ("model", self.model.as_str().into());
        match &self.words {
            Some(words) => {
                options.locale.say("machine-translation", &[model, ("words", words.as_str().into())])
            }
            None => options.locale.say("machine-translation-none", &[model]),
        }
    }
}

/// Translations by the words of the quotes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Translations(BTreeMap<String, Translation>);

impl Translations {
    /// Notes what was made of a quote.
    pub fn put(&mut self, quote: String, translation: Translation) {
        self.0.insert(quote, translation);
    }

    /// What was made of a quote.
    #[must_use]
    pub fn of(&self, quote: &str) -> Option<&Translation> {
        self.0.get(quote)
    }

    /// True when nothing was translated.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds those of another.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_has_one_form() {
        for (role, due) in [
            ("the Foreign Minister of Lakeland", "Foreign Minister of Lakeland"),
            ("Lakeland’s Foreign Minister", "Foreign Minister of Lakeland"),
            ("Lakeland's Foreign Minister", "Foreign Minister of Lakeland"),
            ("Foreign Minister", "Foreign Minister"),
            ("The opposition leader", "opposition leader"),
            ("The Hague mayor", "The Hague mayor"),
            ("министр иностранных дел Лейкленда", "министр иностранных дел Лейкленда"),
            ("Министр иностранных дел Лейкленда", "министр иностранных дел Лейкленда"),
            ("ГЛАВА", "ГЛАВА"),
            ("women's rights envoy", "women's rights envoy"),
            ("the", "the"),
        ] {
            assert_eq!(role_told(role, 120), due);
        }
    }

    #[test]
    fn words_other_than_the_name_are_told() {
        let told = |name: &str, mention: &str| {
            let speaker =
                Speaker { name: Some(name.into()), role: None, mention: Some(mention.into()), span: None };
            other_words(&speaker).map(str::to_owned)
        };
        assert_eq!(told("Anna Orlo", "Orlo"), None);
        assert_eq!(told("Anna Orlo", "Minister Orlo’s"), None);
        assert_eq!(told("Анна Орлова", "Орловой"), None);
        assert_eq!(told("ファルハド・モラディ", "イランのファルハド・モラディ外相"), None);
        assert_eq!(told("Anna Orlo", "she").as_deref(), Some("she"));
        assert_eq!(told("Anna Orlo", "the top diplomat").as_deref(), Some("the top diplomat"));
    }

    #[test]
    fn a_link_leads_to_the_words() {
        let quote = |text: &str| Quote {
            span: crate::text::Span::whole(text),
            text: text.into(),
            kind: crate::brief::Kind::Direct,
            speaker: None,
            quoted_from: None,
            via: None,
            confidence: 1.0,
            rule: String::new(),
            key: Some(1),
        };
        for (url, words, link) in [
            ("https://e.org/a", "We will, as-is", "https://e.org/a#:~:text=We%20will%2C%20as%2Dis"),
            ("https://e.org/a#top", "Мы да", "https://e.org/a#top:~:text=%D0%9C%D1%8B%20%D0%B4%D0%B0"),
            ("https://e.org/a", "Yes", "https://e.org/a"),
            (
                "https://e.org/a",
                "one two three four five six seven eight nine ten eleven",
                "https://e.org/a#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven",
            ),
        ] {
            assert_eq!(place_in_page(url, Some(&quote(words))), link);
        }
        assert_eq!(place_in_page("https://e.org/a", None), "https://e.org/a");
    }
}
