//! The words by which a lead tells of an interview, and where they stand in a sentence.

use std::ops::Range;

use crate::brief::quotes::clause::phrases::Text;
use crate::brief::quotes::patterns::{MARK, Pattern, Words, patterns};
use crate::languages::{ByLanguage, Language, section};
use crate::text::{FastSet, Span, fold, words};

/// Most words of a sign.
const LONGEST: usize = 14;

/// How a language tells of interviews.
#[derive(Debug)]
pub(super) struct Signs {
    guest: Vec<Pattern>,
    behind: Vec<Pattern>,
    heading: Vec<Pattern>,
    before: Vec<Pattern>,
    company: Vec<Pattern>,
    interviewer: Vec<Pattern>,
    asks: Vec<Pattern>,
    /// Prepositions before whoever is there too.
    pub(super) with: FastSet<String>,
    /// Words for whoever is spoken to.
    pub(super) spoken_to: FastSet<String>,
    /// Endings of verbs for whoever is spoken to.
    pub(super) spoken_to_endings: Vec<String>,
}

static SIGNS: ByLanguage<Signs> = ByLanguage::new(read);

fn read(language: Language) -> Signs {
    let patterns = |section| patterns(language, section);
    let (endings, spoken_to) = language
        .words(section::SPOKEN_TO)
        .map(std::borrow::Cow::into_owned)
        .partition::<Vec<String>, _>(|word| word.starts_with('-'));
    Signs {
        guest: patterns(section::GUEST),
        behind: patterns(section::BEFORE_GUEST),
        heading: patterns(section::TALK_WITH),
        before: patterns(section::BEHIND_GUEST),
        company: patterns(section::IN_COMPANY),
        interviewer: patterns(section::INTERVIEWER),
        asks: patterns(section::INTERVIEWS),
        with: language.words(section::WITH).map(std::borrow::Cow::into_owned).collect(),
        spoken_to: spoken_to.into_iter().collect(),
        spoken_to_endings: endings.iter().map(|ending| ending.trim_start_matches('-').to_owned()).collect(),
    }
}

pub(super) fn signs_of(language: Language) -> &'static Signs {
    SIGNS.of(language)
}

/// What a sign tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Its subject is the guest: `received us`.
    Subject,
    /// The guest stands behind it: `we spoke with`.
    Behind,
    /// The same in a line without a verb: `interview with`.
    Heading,
    /// The guest stands before it.
    Before,
    /// Somebody else is there: `beside her`.
    Company,
    /// Who asks stands behind it: `interview by`.
    Interviewer,
    /// Who asks stands before it: `interviewed`.
    Asks,
}

impl Kind {
    /// True for a sign of a line without a verb.
    pub(super) fn is_heading(self) -> bool {
        matches!(self, Self::Heading | Self::Before)
    }

    /// True for a sign of the guest.
    pub(super) fn is_of_guest(self) -> bool {
        !matches!(self, Self::Company | Self::Interviewer | Self::Asks)
    }
}

/// A sign in a sentence.
#[derive(Debug, Clone)]
pub(super) struct Sign {
    /// What it tells.
    pub(super) kind: Kind,
    /// Its tokens.
    pub(super) tokens: Range<usize>,
}

impl Signs {
    /// The signs in the tokens of a sentence, the longest where two stand at one place.
    pub(super) fn find(&self, text: &Text, sentence: Range<usize>) -> Vec<Sign> {
        let (words, tokens) = words_of(text, sentence);
        let kinds = [
            (Kind::Subject, &self.guest),
            (Kind::Behind, &self.behind),
            (Kind::Heading, &self.heading),
            (Kind::Before, &self.before),
            (Kind::Company, &self.company),
            (Kind::Interviewer, &self.interviewer),
            (Kind::Asks, &self.asks),
        ];
        let mut found = Vec::new();
        for (kind, patterns) in kinds {
            let mut at = 0;
            while at < tokens.len() {
                text.stream().steps.take(patterns.len());
                let most = LONGEST.min(tokens.len() - at);
                let fits = |length: &usize| {
                    patterns.iter().any(|pattern| pattern.fits(&words, at..at + length, &[]))
                };
                let length = (1..=most).rev().find(fits);
                if let Some(length) = length
                    && let (Some(first), Some(last)) = (tokens.get(at), tokens.get(at + length - 1))
                {
                    found.push(Sign { kind, tokens: *first..last + 1 });
                }
                at += length.unwrap_or(1);
            }
        }
        found
    }
}

/// The words of the tokens and the token each is of; a mark is a word no pattern has.
fn words_of(text: &Text, sentence: Range<usize>) -> (Words, Vec<usize>) {
    let (mut folded, mut tokens) = (Vec::new(), Vec::new());
    for at in sentence {
        let own = fold(&text.lower(at).replace('-', " "));
        let mut any = false;
        for span in words(&own, Span::whole(&own)) {
            folded.push(span.of(&own).to_owned());
            tokens.push(at);
            any = true;
        }
        if !any {
            folded.push(if text.is(at, ':') { ":" } else { MARK }.to_owned());
            tokens.push(at);
        }
    }
    (Words::joined(&folded), tokens)
}
