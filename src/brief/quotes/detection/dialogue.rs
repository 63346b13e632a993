//! Attributions inside a marked stretch, and dialogue without marks.
//!
//! «…, — сказал X. — …» and « …, a-t-il dit, … » are two quotes with the attribution between them; a line that begins
//! with a dash is spoken in Russian, French and Spanish, up to the attribution.

use super::quotation::{Marked, Style};
use crate::people::lexicon::{Keyword, Lexicon, Tags};
use crate::people::tokens::lower_into;
use crate::text::Span;

/// Bytes read for the first words behind a mark.
const NEAR: usize = 240;

/// Parts the marked stretches at attributions inside them and adds lines of dialogue; the result is in order.
#[must_use]
pub(crate) fn part(text: &str, paragraphs: &[Span], marked: Vec<Marked>, lexicon: &Lexicon) -> Vec<Marked> {
    let spoken = spoken_lines(text, paragraphs, lexicon);
    let mut parted = Vec::with_capacity(marked.len());
    let mut rest = marked.into_iter().peekable();
    for (paragraph, (span, line)) in paragraphs.iter().zip(spoken).enumerate() {
        let mut own = Vec::new();
        while let Some(marked) = rest.next_if(|marked| marked.paragraph == paragraph) {
            if marked.style == Style::Guillemet || marked.style == Style::Low {
                own.extend(parts(text, marked, lexicon));
            } else {
                own.push(marked);
            }
        }
        match line {
            Some(body) if own.is_empty() || dialogue_first(text, *span) => {
                parted.extend(parts(text, unmarked(body, paragraph), lexicon));
            }
            _ => parted.extend(own),
        }
    }
    parted
}

/// The words of each line of dialogue.
///
/// Lists, signatures and links begin with a dash too. Lines that do are dialogue where they are told to be said, one
/// of those side by side at least, or where one asks and another does not; a line that ends with a colon opens a list.
fn spoken_lines(text: &str, paragraphs: &[Span], lexicon: &Lexicon) -> Vec<Option<Span>> {
    let mut lines: Vec<Option<Span>> = paragraphs.iter().map(|span| line_of_dialogue(text, *span)).collect();
    let mut start = 0;
    while start < lines.len() {
        let run = lines.iter().skip(start).take_while(|line| line.is_some()).count();
        let own = || lines.iter().skip(start).take(run).flatten();
        let listed = start.checked_sub(1).and_then(|before| paragraphs.get(before));
        let listed = listed.is_some_and(|before| before.of(text).trim_end().ends_with(':'));
        let told = own().any(|line| is_told(text, *line, lexicon));
        let asks = own().filter(|line| line.of(text).trim_end().ends_with('?')).count();
        if !told && (listed || asks == 0 || asks == run) {
            lines.iter_mut().skip(start).take(run).for_each(|line| *line = None);
        }
        start += run + 1;
    }
    lines
}

/// True when words of a line tell who says it; where the verbs of the language are not known, when they stand as such
/// words do: behind a mark and a dash, in lower case.
fn is_told(text: &str, line: Span, lexicon: &Lexicon) -> bool {
    if lexicon.known {
        return attribution(text, line, true, lexicon).is_some();
    }
    let words = line.of(text);
    words.match_indices(['—', '–', '-']).any(|(at, dash)| {
        let before = words.get(..at).unwrap_or_default();
        let after = words.get(at + dash.len()..).unwrap_or_default();
        before.ends_with(char::is_whitespace)
            && before.trim_end().ends_with([',', '?', '!', '…'])
            && after.trim_start().starts_with(char::is_lowercase)
    })
}

fn unmarked(body: Span, paragraph: usize) -> Marked {
    Marked { outer: body, inner: body, paragraph, style: Style::Unmarked, continues: false }
}

/// The words of a line that begins with a dash.
fn line_of_dialogue(text: &str, span: Span) -> Option<Span> {
    let line = span.of(text);
    let rest = line.strip_prefix(['—', '–'])?;
    let body = Span::new(span.start + (line.len() - rest.len()), span.end).trimmed(text);
    let first = body.of(text).chars().next()?;
    // the Spanish dash stands close to its words
    let close = body.start == span.start + (line.len() - rest.len());
    ((!close || first.is_uppercase() || matches!(first, '¿' | '¡'))
        && (first.is_uppercase() || matches!(first, '…' | '¿' | '¡' | '«')))
    .then_some(body)
}

fn dialogue_first(text: &str, span: Span) -> bool {
    span.of(text).starts_with(['—', '–'])
}

fn parts(text: &str, marked: Marked, lexicon: &Lexicon) -> Vec<Marked> {
    let mut found = Vec::new();
    let mut start = marked.inner.start;
    let mut cut = false;
    // French writes « X, a dit Y. Z » without dashes; there a space follows the mark
    let french = marked.style == Style::Unmarked
        || marked.style == Style::Guillemet
            && text
                .get(marked.outer.start..marked.inner.start)
                .is_some_and(|open| open.ends_with(char::is_whitespace));
    while let Some((end, resume)) = attribution(text, Span::new(start, marked.inner.end), french, lexicon) {
        cut = true;
        push(text, marked, start, end, &mut found);
        let Some(resume) = resume else {
            start = marked.inner.end;
            break;
        };
        start = resume;
    }
    if !cut {
        return vec![marked];
    }
    push(text, marked, start, marked.inner.end, &mut found);
    // the outer marks belong to the first and the last part
    if let Some(first) = found.first_mut() {
        first.outer = Span::new(marked.outer.start, first.outer.end);
    }
    if let Some(last) = found.last_mut().filter(|last| last.inner.end == marked.inner.end) {
        last.outer = Span::new(last.outer.start, marked.outer.end);
    }
    found
}

fn push(text: &str, marked: Marked, start: usize, end: usize, found: &mut Vec<Marked>) {
    let inner = Span::new(start, end).trimmed(text);
    if inner.of(text).chars().any(char::is_alphanumeric) {
        found.push(Marked { outer: inner, inner, continues: false, ..marked });
    }
}

/// Finds the first attribution in `span`: where the words before it end, and where the words after it begin, if any do.
fn attribution(text: &str, span: Span, french: bool, lexicon: &Lexicon) -> Option<(usize, Option<usize>)> {
    let words = span.of(text);
    let mut before = None;
    let mut gap = false;
    for (at, c) in words.char_indices() {
        let after = at + c.len_utf8();
        let close = words.get(after..).is_some_and(|rest| rest.starts_with(char::is_lowercase));
        if matches!(c, '—' | '–' | '-')
            && gap
            && (close || matches!(before, Some(',' | '?' | '!' | '…' | '.' | '»')))
            && spoken(words.get(after..).unwrap_or_default(), lexicon)
        {
            let resume = resumption(words, after).map(|at| span.start + at);
            return Some((span.start + at, resume));
        }
        let rest = words.get(after..).unwrap_or_default();
        let plain = c == ',' && clitic(rest, lexicon)
            || french && matches!(c, ',' | '?' | '!' | '…') && inverted(rest, lexicon);
        if plain {
            let end =
                rest.char_indices().find(|(_, c)| matches!(c, ',' | '.')).map(|(end, _)| after + end + 1);
            return Some((span.start + after, end.map(|end| span.start + end).filter(|end| *end < span.end)));
        }
        gap = c.is_whitespace();
        if !gap {
            before = Some(c);
        }
    }
    None
}

/// The first words of `rest`.
fn near(rest: &str) -> &str {
    rest.get(..rest.floor_char_boundary(NEAR)).unwrap_or(rest)
}

/// True when `rest` opens with small words of which one of the first four is a verb of saying.
fn spoken(rest: &str, lexicon: &Lexicon) -> bool {
    let rest = near(rest);
    if !rest.trim_start().starts_with(char::is_lowercase) {
        return false;
    }
    let mut lower = String::new();
    rest.split_whitespace().take(4).any(|word| {
        lower_into(word.trim_matches(|c: char| !c.is_alphanumeric()), &mut lower);
        lexicon.tags(&lower).any(Tags::STRONG)
    })
}

/// True when `rest` opens with a verb of saying and its subject: `a déclaré la ministre`, `répondit M. X`.
fn inverted(rest: &str, lexicon: &Lexicon) -> bool {
    let rest = near(rest);
    let mut lower = String::new();
    let mut tags = |word: &str| {
        lower_into(word.trim_matches(|c: char| !c.is_alphanumeric()), &mut lower);
        lexicon.tags(&lower)
    };
    let mut words = rest.split_whitespace().take(3);
    let Some(first) = words.next().filter(|word| word.starts_with(char::is_lowercase)) else { return false };
    let first = tags(first);
    let verb = if first.any(Tags::AUX) { words.next().map_or(Tags::NONE, &mut tags) } else { first };
    let subject = words.next();
    rest.starts_with(char::is_whitespace)
        && verb.any(Tags::STRONG)
        && subject.is_some_and(|word| {
            word.starts_with(char::is_uppercase)
                || lexicon.keywords.begin(Keyword::GluedArticle, word)
                || tags(word).any(Tags::DETERMINER)
        })
}

/// True when `rest` opens with a verb and its glued pronoun: `a-t-il dit`, `explique-t-elle`, `dit-il`.
fn clitic(rest: &str, lexicon: &Lexicon) -> bool {
    let rest = near(rest);
    let mut words = rest.split_whitespace().take(3);
    let mut lower = String::new();
    words.next().is_some_and(|word| {
        lower_into(word.trim_matches(|c: char| !c.is_alphanumeric()), &mut lower);
        lexicon.tags(&lower).any(Tags::CLITIC)
            || lexicon.clitic_endings.iter().any(|ending| lower.ends_with(&**ending))
    })
}

/// Where the speech goes on behind an attribution: after the next stop or comma and dash.
fn resumption(words: &str, from: usize) -> Option<usize> {
    let rest = words.get(from..)?;
    let mut before = None;
    let mut gap = false;
    for (at, c) in rest.char_indices() {
        if matches!(c, '—' | '–' | '-') && gap && matches!(before, Some('.' | ',' | ':' | ';' | '!' | '?'))
        {
            return Some(from + at + c.len_utf8());
        }
        // —respondió X—. Y
        let after = at + c.len_utf8();
        let stop = rest
            .get(after..)
            .and_then(|rest| rest.chars().next())
            .filter(|c| matches!(c, '.' | ',' | ':' | ';'));
        if c == '—'
            && !gap
            && let Some(stop) = stop
        {
            return Some(from + after + stop.len_utf8());
        }
        gap = c.is_whitespace();
        if !gap {
            before = Some(c);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::quotes::detection::quotation_marks;
    use crate::text::Language;

    fn found(text: &str, language: Language) -> Vec<&str> {
        let paragraphs = [Span::whole(text)];
        part(text, &paragraphs, quotation_marks::find(text, &paragraphs), Lexicon::of(language))
            .iter()
            .map(|marked| marked.inner.of(text))
            .collect()
    }

    #[test]
    fn an_attribution_parts_the_words_around_it() {
        for (language, text, due) in [
            (
                Language::coded("ru"),
                "«Мы ждём, — сказал Корнев. — Но недолго».",
                vec!["Мы ждём,", "Но недолго"],
            ),
            (Language::coded("ru"), "«Мы ждём, — сказал Корнев».", vec!["Мы ждём,"]),
            (Language::coded("ru"), "— Мы ждём, — ответил он.", vec!["Мы ждём,"]),
            (Language::coded("ru"), "«Диалог — это труд».", vec!["Диалог — это труд"]),
            (
                Language::coded("fr"),
                "« Nous attendons, a-t-il dit, et nous verrons. »",
                vec!["Nous attendons,", "et nous verrons."],
            ),
        ] {
            assert_eq!(found(text, language), due, "{text}");
        }
    }
}
