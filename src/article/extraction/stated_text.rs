//! The text that a page states in its data (JSON-LD's `articleBody`), as far as its readers can see it.
//!
//! In: that text and the lines of the page that are shown. Out: its paragraphs with the sentences that stand on the page
//! word for word. What a page says to machines alone is no text of the article: a reader could not look it up. A page that
//! shows no paragraph at all and has scripts is drawn by them, presumably from that data; such text is told apart.
//! Invariant: linear in both texts.

use super::block_roles::page_roles;
use crate::article::html::lines::Line;
use crate::article::html::prose::is_paragraph;
use crate::article::parts::Role;
use crate::text::{FastMap, Language, Span, lower, sentences, words};

/// Words by which the place of a sentence is looked for.
const KEY: usize = 3;
/// The most places of one beginning that are looked at.
const PLACES: usize = 16;

/// Below so many bytes of body, the stated text is read instead if it has twice as much.
const THIN: usize = 400;

/// What is read as the text of a page.
pub(in crate::article) struct Text {
    pub(in crate::article) lines: Vec<Line>,
    pub(in crate::article) roles: Vec<Role>,
    /// It could not be seen on the page.
    pub(in crate::article) unshown: bool,
}

/// The `lines` of the main text of a page with their roles; where they are few, those of the stated text `told`, if it has
/// twice as much of what readers see. `drawn` are pages that have scripts.
pub(in crate::article) fn text(
    lines: Vec<Line>,
    told: Option<&str>,
    shown: impl FnOnce() -> Vec<Line>,
    drawn: bool,
) -> Text {
    let roles = page_roles(&lines);
    let own: usize = lines
        .iter()
        .zip(&roles)
        .filter(|(_, role)| **role == Role::Body)
        .map(|(line, _)| line.text.len())
        .sum();
    let is_more = |length: usize| own < THIN && length > 2 * own.max(THIN / 2);
    let stated = told.filter(|told| is_more(told.len())).map(|told| stated(told, &shown(), drawn));
    match stated.filter(|(lines, _)| is_more(lines.iter().map(|line| line.text.len()).sum())) {
        Some((lines, unshown)) => Text { roles: page_roles(&lines), lines, unshown },
        None => Text { lines, roles, unshown: false },
    }
}

/// What is read of the stated text beside the `shown` lines of a page, and whether it could not be seen there.
fn stated(told: &str, shown: &[Line], drawn: bool) -> (Vec<Line>, bool) {
    if drawn && !shown.iter().any(is_paragraph) {
        return (told.lines().map(Line::paragraph).collect(), true);
    }
    let (page, language) = (Words::of(shown), Language::of_text(told).unwrap_or_default());
    (told.lines().flat_map(|paragraph| page.seen_of(paragraph, language)).collect(), false)
}

/// The words of a page in their order, and where each few of them stand.
struct Words {
    all: Vec<u32>,
    numbers: FastMap<String, u32>,
    places: FastMap<[u32; KEY], Vec<usize>>,
}

impl Words {
    fn of(lines: &[Line]) -> Self {
        let mut page = Self { all: Vec::new(), numbers: FastMap::default(), places: FastMap::default() };
        for line in lines {
            for word in words(&line.text, Span::whole(&line.text)) {
                let next = u32::try_from(page.numbers.len()).unwrap_or(u32::MAX - 1);
                let word = lower(word.of(&line.text));
                page.all.push(*page.numbers.entry(word).or_insert(next));
            }
        }
        for (at, key) in page.all.windows(KEY).enumerate() {
            let Ok(key) = <[u32; KEY]>::try_from(key) else { continue };
            let places = page.places.entry(key).or_default();
            if places.len() < PLACES {
                places.push(at);
            }
        }
        page
    }

    /// The runs of sentences of a paragraph that the page shows.
    fn seen_of(&self, paragraph: &str, language: Language) -> Vec<Line> {
        let mut runs: Vec<Span> = Vec::new();
        // where on the page the sentence before ends
        let mut behind = None;
        for sentence in sentences(paragraph, Span::whole(paragraph), language) {
            let goes_on = behind.is_some();
            behind = self.behind(&self.numbered(sentence.of(paragraph)), behind);
            match runs.last_mut() {
                _ if behind.is_none() => {}
                Some(run) if goes_on => run.end = sentence.end,
                _ => runs.push(sentence),
            }
        }
        runs.into_iter().map(|run| Line::paragraph(run.of(paragraph))).collect()
    }

    fn numbered(&self, sentence: &str) -> Vec<u32> {
        let number = |word: Span| self.numbers.get(&lower(word.of(sentence))).copied().unwrap_or(u32::MAX);
        words(sentence, Span::whole(sentence)).map(number).collect()
    }

    /// Where on the page a sentence ends: after the one before it, which ends at `before`, or anywhere if it is long enough
    /// to be found.
    fn behind(&self, sentence: &[u32], before: Option<usize>) -> Option<usize> {
        let key = sentence.get(..KEY).and_then(|key| <[u32; KEY]>::try_from(key).ok());
        let places = key.and_then(|key| self.places.get(&key)).into_iter().flatten().copied();
        before.into_iter().chain(places).find_map(|at| {
            let end = at.checked_add(sentence.len())?;
            (self.all.get(at..end) == Some(sentence)).then_some(end)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(told: &str, shown: &[&str], scripted: bool) -> (Vec<String>, bool) {
        let shown: Vec<Line> = shown.iter().map(|text| Line::paragraph(text)).collect();
        let (lines, unshown) = stated(told, &shown, scripted);
        (lines.into_iter().map(|line| line.text).collect(), unshown)
    }

    #[test]
    fn sentences_that_stand_on_the_page_are_read() {
        let shown = [
            "The lock of Selm stays open, the council chair said on Tuesday. Yes. It does.",
            "Read more",
            "Nobody had asked for more than that, and the engineers agree with the chair of the council.",
        ];
        let told = "The lock of Selm stays open, the council chair said on Tuesday. Yes. It does. It will be blown up. \
                    Nobody had asked for more than that, and the engineers agree with the chair of the council.\n\
                    The lock of Selm stays open, the engineers agree with the chair of the council.";
        let (lines, unshown) = read(told, &shown, true);
        assert_eq!(
            lines,
            [
                "The lock of Selm stays open, the council chair said on Tuesday. Yes. It does.",
                "Nobody had asked for more than that, and the engineers agree with the chair of the council.",
            ]
        );
        assert!(!unshown);
    }

    #[test]
    fn a_page_drawn_by_scripts_is_read_from_its_data_and_told_apart() {
        let told = "The lock of Selm will be blown up.";
        assert_eq!(read(told, &["Menu"], true), (vec![told.to_owned()], true));
        assert_eq!(read(told, &["Menu"], false), (vec![], false));
    }

    #[test]
    fn many_like_sentences_take_a_step_for_each_word() {
        let told = "Yes he said yes. ".repeat(60_000);
        let shown = "Yes he said no. ".repeat(60_000);
        assert_eq!(read(&told, &[&shown, &"x".repeat(100)], false).0, Vec::<String>::new());
    }
}
