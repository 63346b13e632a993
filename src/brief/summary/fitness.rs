//! Can a sentence stand alone in front of a reader who has not seen the rest?

use crate::text::{Language, Span, words};

use super::lexicon::{self, Lexicon};

/// Fewest words of a sentence that is shown.
const FEWEST_WORDS: usize = 5;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Fitness {
    /// It may be shown.
    pub(super) fit: bool,
    /// It is a caption, promotion or the like.
    pub(super) noise: bool,
    /// It points back to the sentence before.
    pub(super) leans: bool,
    /// What speaks against it without forbidding it.
    pub(super) blemish: f32,
}

/// Judges one sentence as it would be shown.
pub(super) fn judge(sentence: &str, language: Language) -> Fitness {
    let lists = lexicon::of(language);
    let lower = sentence.to_lowercase();
    let outside = outside_quotes(&lower);
    let words: Vec<&str> = words_of(&outside).collect();
    let noise = is_noise(sentence, &lower, lists);
    let whole = is_whole(sentence, language);
    let first_person = words.iter().any(|word| lists.first.contains(*word) || lists.first.contains(&word.replace('’', "'")));
    let question = sentence.trim_end_matches(['"', '”', '’', '»', '“', ')', ' ']).ends_with('?') || outside.contains('?');
    let second_person = words.iter().any(|word| lists.second.contains(*word));
    let quoted = 1.0 - words.len() as f32 / words_of(&lower).count().max(1) as f32;
    let short = words_of(&lower).count();
    let blemish = 0.3 * quoted
        + if second_person { 0.3 } else { 0.0 }
        + if short < 9 { 0.15 } else { 0.0 }
        + if outside.trim_end().ends_with('!') { 0.3 } else { 0.0 }
        + if opens_with_connective(&lower, lists) { 0.1 } else { 0.0 };
    Fitness {
        fit: !noise && whole && !first_person && !question && short >= FEWEST_WORDS,
        noise,
        leans: leans(sentence, &lower, lists),
        blemish,
    }
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '\'' | '’')).filter(|word| !word.is_empty())
}

/// The sentence with what stands in quotation marks blanked out.
fn outside_quotes(sentence: &str) -> String {
    let mut depth = 0_usize;
    let mut straight = false;
    let mut out = String::with_capacity(sentence.len());
    for letter in sentence.chars() {
        match letter {
            '"' => straight = !straight,
            '“' if depth == 0 => depth = 1,
            '„' | '«' => depth += 1,
            '”' | '“' | '»' => depth = depth.saturating_sub(1),
            _ if depth == 0 && !straight => {
                out.push(letter);
                continue;
            }
            _ => {}
        }
        out.push(' ');
    }
    out
}

/// True when every mark has its partner and the sentence begins and ends like one.
fn is_whole(sentence: &str, language: Language) -> bool {
    let count = |mark: char| sentence.matches(mark).count();
    let curly = if language == Language::German || count('„') > 0 {
        count('„') == count('“') + count('”') || count('„') == 0 && count('“') == count('”')
    } else {
        count('“') == count('”')
    };
    let single = count('‘') <= count('’') && count('‹') == count('›');
    let guillemets = count('«') == count('»');
    let brackets = count('(') == count(')') && count('[') == count(']');
    let balanced = count('"') % 2 == 0 && curly && single && guillemets && brackets;
    balanced && begins_whole(sentence) && ends_whole(sentence) && !is_bare_quotation(sentence)
}

fn begins_whole(sentence: &str) -> bool {
    let first = sentence.chars().next().unwrap_or(' ');
    let inner = sentence.trim_start_matches(['"', '“', '„', '«', '‘', '\'', '¿', '¡', '$', '€', '£', '’']).chars().next();
    let marks = first.is_alphanumeric() || matches!(first, '"' | '“' | '„' | '«' | '‘' | '\'' | '¿' | '¡' | '$' | '€' | '£' | '’');
    marks && inner.is_some_and(|letter| letter.is_alphanumeric() && !letter.is_lowercase())
}

fn ends_whole(sentence: &str) -> bool {
    let bare = sentence.trim_end_matches(['"', '”', '’', '»', '“', ')', '\'', '›']);
    let stop = bare.ends_with(['.', '!', '。']) && !bare.ends_with("..") || bare.ends_with('?');
    let parted = bare.trim_end_matches(['.', '!']).ends_with(char::is_whitespace);
    stop && !parted
}

/// True when nothing but one quotation is there: no one is named who says it.
fn is_bare_quotation(sentence: &str) -> bool {
    let mut letters = sentence.chars();
    let opens = letters.next().is_some_and(|mark| matches!(mark, '"' | '“' | '„' | '«' | '‘'));
    let closes = sentence.trim_end_matches(['.', ' ']).ends_with(['"', '”', '»', '’', '“']);
    if !opens {
        return false;
    }
    let outside = outside_quotes(sentence);
    closes && words_of(&outside).count() < 2 || words_of(&outside).next().is_none()
}

fn is_noise(sentence: &str, lower: &str, lists: &Lexicon) -> bool {
    let letters = sentence.chars().filter(|letter| letter.is_alphabetic()).count();
    let capitals = sentence.chars().filter(|letter| letter.is_uppercase()).count();
    let shouted = letters > 0 && capitals * 2 > letters;
    let address = ["http", "www.", "@", "©", "#", "|", ">>", "\u{FFFD}"].iter().any(|mark| lower.contains(mark));
    shouted || address || lists.promo.iter().any(|phrase| lower.contains(phrase.as_str()))
}

fn opens_with_connective(lower: &str, lists: &Lexicon) -> bool {
    lists.opener.iter().any(|opener| lower.strip_prefix(opener.as_str()).is_some_and(|rest| rest.starts_with([' ', ','])))
}

/// True when the sentence has a pronoun or pointing phrase whose antecedent does not stand before it.
fn leans(sentence: &str, lower: &str, lists: &Lexicon) -> bool {
    let head = lower.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let mut head_words = words_of(head);
    let first = head_words.next().unwrap_or_default();
    let bare = first.split(['\'', '’']).next().unwrap_or(first);
    if [first, bare].iter().any(|word| lists.pointing.contains(*word) || lists.personal.contains(*word) || lists.thing.contains(*word)) {
        return true;
    }
    if lists.group.iter().any(|phrase| head.strip_prefix(phrase.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))) {
        return true;
    }
    let connective = lists.opener.iter().any(|opener| head.strip_prefix(opener.as_str()).is_some_and(|rest| rest.starts_with([' ', ','])));
    let (mut named, mut noun) = (false, false);
    let mut before = "";
    let adjunct_end = if lists.lean.contains(first) { sentence.find(',').unwrap_or(sentence.len()) } else { 0 };
    for (number, span) in words(sentence, Span::whole(sentence)).enumerate() {
        let word = span.of(sentence);
        let small = word.to_lowercase();
        if lists.personal.contains(&small) && !named || lists.thing.contains(&small) && !noun && number < 12 {
            return true;
        }
        let capital = word.starts_with(char::is_uppercase);
        let inner_name = capital && number > 0 && !lists.calendar.contains(&small) && !PLACE_LEADS.contains(&before);
        // “Officials said he …”: a plural that opens the sentence names no one.
        let opening_name = capital && number == 0 && adjunct_end == 0 && !connective && !small.ends_with('s');
        named |= inner_name || opening_name;
        noun |= named || span.start >= adjunct_end && small.chars().count() > 3;
        before = word;
    }
    false
}

/// Prepositions before a place: a place is no antecedent of “he”.
const PLACE_LEADS: [&str; 10] = ["in", "In", "at", "At", "from", "From", "on", "On", "near", "outside"];

