//! Quotation marks: which words of a paragraph stand in marks (stage S1).
//!
//! In: a text and its paragraphs. Out: the outermost marked stretches, in order, none overlapping another.
//! Marks of another style inside are inner and stay in the outer quote; an apostrophe is no mark, inches are none,
//! and a mark that nothing closes or continues is dropped. Linear in the text.

use super::quotation::{Marked, Style};
use super::scanner::{Pair, Scan};
use crate::text::{Span, is_letter_or_digit};

/// Finds the marked stretches of each paragraph of `text`; `over_lines` where words in marks may run over two paragraphs
/// with a mark at either end only.
#[must_use]
pub(crate) fn find(text: &str, paragraphs: &[Span], over_lines: bool) -> Vec<Marked> {
    let reversed = guillemets_reversed(text);
    let mut found: Vec<Marked> = Vec::new();
    let mut read = 0;
    for (paragraph, span) in paragraphs.iter().enumerate() {
        let span = Span::new(span.start.max(read), span.end.max(read));
        let reopened = found.last().is_some_and(|last| {
            last.continues && last.paragraph + 1 == paragraph && last.style == Style::Guillemet
        });
        let scan = Scan::of(span.of(text), reversed, reopened && over_lines);
        let ahead = paragraphs.get(paragraph + 1..).unwrap_or_default();
        if let Some(open) = scan.left_open()
            && let Some((line, end, length)) = closing_ahead(text, span, &open, ahead, over_lines)
        {
            let outer = Span::new(span.start + open.open, end);
            let inner = Span::new(outer.start + open.open_len, outer.end - length).trimmed(text);
            read = outer.end;
            let pairs = scan.outermost(|_| false);
            found.extend(
                pairs
                    .iter()
                    .filter(|pair| pair.end <= open.open)
                    .filter_map(|pair| marked(text, span, pair, paragraph)),
            );
            found.push(Marked {
                outer,
                inner,
                paragraph: paragraph + 1 + line,
                style: open.style,
                continues: false,
                answers: false,
            });
            continue;
        }
        let next = paragraphs.get(paragraph + 1).map(|next| next.of(text)).unwrap_or_default();
        let last = ahead.iter().all(|line| line.is_empty());
        let cut = scan.left_open().filter(|open| last && is_cut_off(span.of(text), open));
        for pair in scan.outermost(|style| reopens(next, style, reversed) || signs(next, style)) {
            found.extend(marked(text, span, &pair, paragraph));
        }
        found.extend(cut.and_then(|open| marked(text, span, &open, paragraph)));
    }
    found
}

fn marked(text: &str, span: Span, pair: &Pair, paragraph: usize) -> Option<Marked> {
    let outer = Span::new(span.start + pair.open, span.start + pair.end);
    let inner = Span::new(outer.start + pair.open_len, outer.end - pair.close_len).trimmed(text);
    let found =
        Marked { outer, inner, paragraph, style: pair.style, continues: pair.close_len == 0, answers: false };
    (!inner.is_empty()).then_some(found)
}

/// Lines that words with a mark at either end only run over.
const LINES: usize = 8;

/// Where the mark ends that closes words left open in the line of `span`, with its length, and how many of the lines `ahead`
/// lie before its own: of the next line `over_lines`; else of one of the next where a colon opens the words or the line
/// begins with them.
fn closing_ahead(
    text: &str,
    span: Span,
    open: &Pair,
    ahead: &[Span],
    over_lines: bool,
) -> Option<(usize, usize, usize)> {
    let before = span.of(text).get(..open.open)?.trim_end();
    let opens = before.is_empty() && !is_of_tag(span.of(text), open) || before.ends_with(':');
    let lines = if opens { LINES } else { usize::from(over_lines) };
    let marked = |line: &Span| line.of(text).contains(MARKS);
    let (at, next) = ahead.iter().take(lines).enumerate().find(|(_, line)| marked(line))?;
    let (end, length) = closing(next.of(text), open.style)?;
    if !over_lines && signs(next.of(text), open.style) {
        return None;
    }
    Some((at, next.start + end, length))
}

/// Words that the end of a text cuts off, at most, in bytes.
const CUT_OFF: usize = 800;

/// `She said: “One. Two.`: whole sentences behind a colon or another sentence that the text ends with before their mark closes.
fn is_cut_off(line: &str, open: &Pair) -> bool {
    let before = line.get(..open.open).unwrap_or_default();
    let words = line.get(open.open + open.open_len..).unwrap_or_default();
    let parted = before.is_empty() || before.ends_with(char::is_whitespace);
    let ends = [':', '.', '!', '?', '…', '»', '”', '"'];
    let opens = parted && (before.trim().is_empty() || before.trim_end().ends_with(ends));
    // a straight mark behind a stop may be one that closes
    let straight =
        open.style == Style::Straight && (before.trim().is_empty() || before.trim_end().ends_with(':'));
    let style = straight || matches!(open.style, Style::Guillemet | Style::Low | Style::Curly);
    let whole = words.starts_with(char::is_uppercase) && words.ends_with(['.', '!', '?', '…']);
    style && opens && whole && words.len() <= CUT_OFF && words.contains(' ')
}

/// `">Words`: the mark ends a tag that began a line before.
fn is_of_tag(line: &str, open: &Pair) -> bool {
    line.get(open.open + open.open_len..).is_some_and(|words| words.starts_with('>'))
}

/// Marks of words of any style but within words.
const MARKS: [char; 8] = ['"', '“', '”', '„', '«', '»', '‟', '＂'];

/// Where the mark ends that closes words left open in the line before `next`, and its length: the first mark of the style
/// there, unless one opens before it.
fn closing(next: &str, style: Style) -> Option<(usize, usize)> {
    let (opens, closes): (&[char], &[char]) = match style {
        Style::Guillemet => (&['«'], &['»']),
        Style::Low => (&['„'], &['“', '”']),
        Style::Curly => (&['“', '„'], &['”']),
        Style::Straight => (&[], &['"']),
        _ => return None,
    };
    let (at, mark) = next.char_indices().find(|(_, c)| opens.contains(c) || closes.contains(c))?;
    // `… of it, " he said`: a stop or a comma tells that a straight mark between spaces closes
    let ended = style == Style::Straight && next.get(..at)?.trim_end().ends_with([',', '.', '!', '?', '…']);
    let ended = ended && !next.get(at + mark.len_utf8()..)?.starts_with(|c: char| !c.is_whitespace());
    let behind_word = ended || next.get(..at)?.ends_with(|c: char| !c.is_whitespace());
    (closes.contains(&mark) && at > 0 && behind_word).then_some((at + mark.len_utf8(), mark.len_utf8()))
}

/// True when the first guillemet of `text` is » before a word and behind none, as in German books.
fn guillemets_reversed(text: &str) -> bool {
    let first = text.char_indices().find(|(_, c)| matches!(c, '«' | '»'));
    let Some((at, mark)) = first.filter(|(_, mark)| *mark == '»') else { return false };
    let before = text.get(..at).unwrap_or_default().chars().next_back();
    let opens =
        before.is_none_or(|c| !is_letter_or_digit(c) && !matches!(c, '.' | ',' | '!' | '?' | '…' | ')'));
    let after = text.get(at + mark.len_utf8()..).unwrap_or_default();
    opens && after.starts_with(|c: char| !c.is_whitespace() && !matches!(c, ',' | '.'))
}

fn reopens(next: &str, style: Style, reversed: bool) -> bool {
    let first = next.trim_start().chars().next();
    match style {
        Style::Curly => matches!(first, Some('“' | '”' | '"')),
        Style::Straight => matches!(first, Some('"' | '“')),
        Style::Low => first == Some('„'),
        Style::Guillemet => matches!(first, Some('«')) && !reversed || first == Some('»'),
        Style::Doubled => next.trim_start().starts_with("''") || next.trim_start().starts_with("``"),
        Style::SingleCurly => first == Some('‘'),
        Style::SingleGuillemet | Style::SingleStraight | Style::Unmarked => false,
    }
}

/// Longest line that signs a quotation, in bytes.
const LONGEST_SIGNATURE: usize = 120;

/// True when the next line is a name and the closing mark: the quotation is signed inside its marks.
fn signs(next: &str, style: Style) -> bool {
    let marks: &[char] = match style {
        Style::Curly | Style::Straight => &['”', '"', '“'],
        Style::Guillemet => &['»', '«'],
        _ => return false,
    };
    let line = next.trim();
    line.len() <= LONGEST_SIGNATURE
        && line.starts_with(char::is_uppercase)
        && line.ends_with(['”', '"', '»'])
        && line.chars().filter(|c| marks.contains(c)).count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let mut paragraphs = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            paragraphs.push(Span::new(start, start + line.len()).trimmed(text));
            start += line.len();
        }
        find(text, &paragraphs, false).iter().map(|marked| marked.inner.of(text)).collect()
    }

    #[test]
    fn marks_are_paired() {
        for (text, due) in [
            ("\"One,\" she said. \"Two.\"", vec!["One,", "Two."]),
            ("“He told us ‘not yet’ twice,” he said.", vec!["He told us ‘not yet’ twice,"]),
            ("« La porte », dit-il", vec!["La porte"]),
            ("„Nein“, sagte er. „Ja”", vec!["Nein", "Ja"]),
            ("»Nein«, sagte er", vec!["Nein"]),
            ("''No,'' he said, ``yes''", vec!["No,", "yes"]),
            ("The 6'2\" envoy's brother said the ministers' plan failed.", vec![]),
            ("Plan: ‘We will answer’", vec!["We will answer"]),
            ("'We will,' he said", vec!["We will,"]),
            ("“One,\" he said", vec!["One,"]),
            (
                "'We accept the ministers' plan and sign,' he said.",
                vec!["We accept the ministers' plan and sign,"],
            ),
            (
                "‘The dockers’ vote and the ports’ fees are one,’ he said.",
                vec!["The dockers’ vote and the ports’ fees are one,"],
            ),
            ("'Get 'em over before dawn,' he said.", vec!["Get 'em over before dawn,"]),
            ("He called it 'a trap' and 'a mess.'", vec!["a trap", "a mess."]),
            ("The envoys' plan and the dockers' answer were 'late.'", vec!["late."]),
            ("\"Lost in the wind. \"Found,\" he said", vec!["Lost in the wind.", "Found,"]),
            ("\"Lost. He left the hall. \"Found,\" he said", vec!["Found,"]),
            ("«Газета «Труд», — сказал он", vec!["Газета «Труд"]),
            ("\"One», he said. «Two\", she said\"and three».", vec!["One", "Two", "and three"]),
            ("«Four”, he said. „Five», she said. “Six»", vec!["Four", "Five", "Six"]),
            (
                "«The \"Linden\" waits”, he said, «for the 6\" pipe»",
                vec!["The \"Linden\" waits", "for the 6\" pipe"],
            ),
            ("(\"so it is\")", vec!["so it is"]),
            ("the '90s were good", vec![]),
            ("They call for \" one \"; the rest for \" two \".", vec!["one", "two"]),
        ] {
            assert_eq!(found(text), due, "{text}");
        }
    }

    #[test]
    fn words_may_run_over_two_lines_with_a_mark_at_either_end() {
        for (text, due) in [
            ("«One.\nTwo», said X. «Three»", vec!["One.\nTwo", "Three"]),
            ("„One.\nTwo” said X", vec!["One.\nTwo"]),
            ("«One.\nTwo «three» four", vec!["three"]),
            ("«One.\n»Two», said X.", vec!["One.", "Two"]),
            ("\"One.\nTwo, \" said X.", vec!["One.\nTwo,"]),
            ("\"One.\nX left. \"Two,\" said X.", vec!["Two,"]),
        ] {
            let first = text.find('\n').unwrap();
            let paragraphs = [Span::new(0, first), Span::new(first + 1, text.len())];
            let found: Vec<_> =
                find(text, &paragraphs, true).iter().map(|marked| marked.inner.of(text)).collect();
            assert_eq!(found, due, "{text}");
        }
    }

    #[test]
    fn words_behind_a_colon_may_run_over_many_lines() {
        assert_eq!(found("She added: \"One.\nTwo.\nThree\".\n\"Four\""), ["One.\nTwo.\nThree", "Four"]);
        assert_eq!(found("She added: “One.\nTwo.\nThree”."), ["One.\nTwo.\nThree"]);
        assert_eq!(found("She added: \"One.\nTwo.\nHe came \"late\"."), ["late"]);
        assert_eq!(found("A 20\" pipe.\nTwo.\nThree\"."), Vec::<&str>::new());
        assert_eq!(found("\">Stands were empty.\nTwo.\n<post by=\"@Rot\">Three"), Vec::<&str>::new());
    }

    #[test]
    fn a_paragraph_goes_on_only_when_the_next_reopens() {
        assert_eq!(found("“One.\n“Two.”"), ["One.", "Two."]);
        assert_eq!(found("“One.\nTwo said nothing."), Vec::<&str>::new());
    }

    #[test]
    fn whole_sentences_may_be_cut_off_by_the_end_of_the_text() {
        for (text, due) in [
            ("She said: «One is here. Two.", vec!["One is here. Two."]),
            ("«One», she said. «Two is here.", vec!["One", "Two is here."]),
            ("She praised «One is here. Two.", vec![]),
            ("She said: «One is here. Two", vec![]),
            ("She said: \"One is here. Two.", vec!["One is here. Two."]),
            ("It was over. \"He left the room.", vec![]),
            ("A 20\" Pipe is here.", vec![]),
            ("She said: «One is here.\nTwo.", vec![]),
        ] {
            assert_eq!(found(text), due, "{text}");
        }
    }
}
