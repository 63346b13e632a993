//! Attributions inside a marked stretch, and dialogue without marks.
//!
//! «…, — сказал X. — …» and « …, a-t-il dit, … » are two quotes with the attribution between them; a line that begins
//! with a dash is spoken in Russian, French and Spanish, up to the attribution.

mod named;
mod narration;
mod speech;

use super::asides::{last_aside, next_aside};
use super::attributions::{Commas, attribution, resumption_in, spoken};
use super::lines::{Spoken, spoken_lines};
use super::quotation::{Marked, Style};
use crate::people::lexicon::Lexicon;
use crate::text::{Span, Steps, is_letter_or_digit};
use speech::{dialogue_first, speech_within};

/// Parts the marked stretches at attributions inside them and adds lines of dialogue; the result is in order.
#[must_use]
pub(crate) fn part(
    text: &str,
    paragraphs: &[Span],
    marked: Vec<Marked>,
    lexicon: &Lexicon,
    steps: &Steps,
) -> Vec<Marked> {
    let closed: Vec<Span> = marked.iter().filter(|one| !one.continues).map(|one| one.outer).collect();
    let within = |span: &Span| speech_within(text, *span, &closed, lexicon).is_some();
    let told = lexicon.dashes && paragraphs.iter().any(within);
    let spoken = spoken_lines(text, paragraphs, told, lexicon, steps);
    let mut parted = Vec::with_capacity(marked.len());
    let mut rest = marked.into_iter().peekable();
    for (paragraph, (span, line)) in paragraphs.iter().zip(spoken).enumerate() {
        let mut own = Vec::new();
        while let Some(marked) = rest.next_if(|marked| marked.paragraph == paragraph) {
            let plain = matches!(marked.style, Style::Curly | Style::Straight) && lexicon.dashes;
            if marked.style == Style::Guillemet || marked.style == Style::Low || plain {
                own.extend(named::with_names(text, marked, parts(text, marked, lexicon)));
            } else {
                own.push(marked);
            }
        }
        match line {
            Some(Spoken { words, answers: true }) => {
                parted.push(Marked { answers: true, ..unmarked(words, paragraph) });
            }
            Some(Spoken { words, .. }) if own.is_empty() || dialogue_first(text, *span) => {
                parted.extend(beside(text, spoken_parts(text, unmarked(words, paragraph), lexicon), own));
            }
            None if lexicon.dashes => {
                let whole = || unmarked_speech(text, *span, lexicon).filter(|_| own.is_empty());
                let body = whole().or_else(|| speech_within(text, *span, &closed, lexicon));
                let spoken = body.map(|body| spoken_parts(text, unmarked(body, paragraph), lexicon));
                parted.extend(beside(text, spoken.unwrap_or_default(), own));
            }
            _ => parted.extend(own),
        }
    }
    parted
}

/// Words behind dashes and words in marks of one paragraph, each in order: marks within the former are theirs, but for those
/// that somebody else is told to say there.
fn beside(text: &str, mut spoken: Vec<Marked>, mut own: Vec<Marked>) -> Vec<Marked> {
    for one in &mut spoken {
        let first = own.partition_point(|marked| marked.outer.start <= one.inner.start);
        let told = |marked: &&Marked| {
            text.get(..marked.outer.start).is_some_and(|before| before.trim_end().ends_with(':'))
        };
        let inside = own.iter().skip(first).take(MOST_INSIDE);
        let Some(other) = inside.take_while(|marked| marked.outer.end <= one.inner.end).find(told) else {
            continue;
        };
        let before = text.get(one.inner.start..other.outer.start).unwrap_or_default();
        if let Some((at, stop)) = before.rmatch_indices(['.', '!', '?', '…']).next() {
            one.inner.end = one.inner.start + at + stop.len();
            one.outer.end = one.inner.end;
        }
    }
    own.retain(|marked| {
        let next = spoken.partition_point(|one| one.inner.end <= marked.outer.start);
        spoken.get(next).is_none_or(|one| marked.outer.end <= one.inner.start)
    });
    own.extend(spoken);
    own.sort_by_key(|marked| marked.inner.start);
    own
}

/// Marked stretches looked at within one stretch of speech.
const MOST_INSIDE: usize = 8;

fn unmarked(body: Span, paragraph: usize) -> Marked {
    Marked { outer: body, inner: body, paragraph, style: Style::Unmarked, continues: false, answers: false }
}

/// The words of a line without marks or a dash at its head that a dash and a verb of saying part: the sentence before the
/// dash and what is told behind it.
fn unmarked_speech(text: &str, span: Span, lexicon: &Lexicon) -> Option<Span> {
    let (end, _) = attribution(text, span, Commas::Never, lexicon)?;
    let before = text.get(span.start..end)?.trim_end();
    let behind = text.get(end..span.end)?.trim_start_matches(['—', '–', '-']);
    if !before.ends_with([',', '?', '!', '…']) || !spoken(behind, lexicon) {
        return None;
    }
    let inside = before.trim_end_matches([',', '?', '!', '…']);
    let stop = inside.rmatch_indices(". ").next().map_or(0, |(at, stop)| at + stop.len());
    let body = Span::new(span.start + stop, span.end).trimmed(text);
    body.of(text).starts_with(char::is_uppercase).then_some(body)
}

/// The parts of words behind a dash without what the writer tells between them.
fn spoken_parts(text: &str, marked: Marked, lexicon: &Lexicon) -> Vec<Marked> {
    let parts = parts(text, marked, lexicon);
    if !lexicon.dashes {
        return parts;
    }
    parts.into_iter().flat_map(|part| narration::without(text, part, lexicon)).collect()
}

fn parts(text: &str, marked: Marked, lexicon: &Lexicon) -> Vec<Marked> {
    let mut found = Vec::new();
    let mut start = marked.inner.start;
    let mut cut = false;
    // « X, a dit Y. Z » without dashes; in a text of no such language a space follows the mark
    let spaced = || {
        let open = text.get(marked.outer.start..marked.inner.start);
        marked.style == Style::Guillemet && open.is_some_and(|open| open.ends_with(char::is_whitespace))
    };
    let commas = match marked.style {
        Style::Unmarked => Commas::InLine,
        _ if lexicon.comma_inquits || spaced() => Commas::InMarks,
        _ => Commas::Never,
    };
    let next = |start: usize| {
        let span = Span::new(start, marked.inner.end);
        let known = attribution(text, span, commas, lexicon);
        let by_place = next_aside(text, span, marked.style != Style::Unmarked, lexicon);
        let by_place = by_place.filter(|(end, _)| lexicon.dashes && known.is_none_or(|known| *end < known.0));
        by_place.map_or(known, |(end, behind)| Some((end, resumption_in(text, span, behind))))
    };
    while let Some((end, resume)) = next(start) {
        cut = true;
        push(text, marked, start, end, &mut found);
        let Some(resume) = resume else {
            start = marked.inner.end;
            break;
        };
        start = resume;
    }
    if !cut {
        let line = marked.style == Style::Unmarked && lexicon.dashes;
        let end = || last_aside(text, marked.inner, true, lexicon);
        return match end().filter(|_| line) {
            Some(end) => {
                let inner = Span::new(start, end).trimmed(text);
                vec![Marked { outer: inner, inner, ..marked }]
            }
            None => vec![marked],
        };
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
    if inner.of(text).chars().any(is_letter_or_digit) {
        found.push(Marked { outer: inner, inner, continues: false, ..marked });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::quotes::detection::quotation_marks;
    use crate::text::Language;

    fn found(text: &str, language: Language) -> Vec<&str> {
        let paragraphs = [Span::whole(text)];
        let marked = quotation_marks::find(text, &paragraphs, false);
        part(text, &paragraphs, marked, Lexicon::of(language), &Steps::default())
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
            (
                Language::coded("ru"),
                "«Мы ждём, — считает глава «Оки» Корнев. — Но недолго».",
                vec!["Мы ждём,", "Оки", "Но недолго"],
            ),
            (Language::coded("ru"), "— Мы ждём, — бурчурил нам посол Корнев.", vec!["Мы ждём,"]),
            (
                Language::coded("pl"),
                "Most jest zamknięty. – Czekamy – powiedział Kornacki. – Długo. Potem rzekł: „Idę”.",
                vec!["Czekamy", "Długo.", "Idę"],
            ),
            (Language::coded("ru"), "«Диалог — это труд».", vec!["Диалог — это труд"]),
            (
                Language::coded("it"),
                "«Il ponte regge, ha ribattuto al-Nasri. Le carte no».",
                vec!["Il ponte regge,", "Le carte no"],
            ),
            (
                Language::coded("pt"),
                "“É tarde, queixou-se a presidente da câmara, a doutora Lídia de Castro, mas vamos.”",
                vec!["É tarde,", "mas vamos."],
            ),
            (
                Language::coded("pt"),
                "“É tarde, a ponte fechou, o rio subiu.”",
                vec!["É tarde, a ponte fechou, o rio subiu."],
            ),
            (
                Language::coded("fr"),
                "« Nous attendons, a-t-il dit, et nous verrons. »",
                vec!["Nous attendons,", "et nous verrons."],
            ),
            (
                Language::coded("fr"),
                "« Nous attendons, confirme Rose Albin, jardinière à Orsk. Le pont tient. »",
                vec!["Nous attendons,", "Le pont tient."],
            ),
            (
                Language::coded("fr"),
                "« Si le pont ferme, a menacé Rose Albin, la maire de la ville, dans un entretien, nous fermerons. »",
                vec!["Si le pont ferme,", "nous fermerons."],
            ),
            (
                Language::coded("fr"),
                "– Il pleut ? s'inquiète la jardinière, 40 ans, les bras croisés.",
                vec!["Il pleut ?"],
            ),
        ] {
            assert_eq!(found(text, language), due, "{text}");
        }
    }
}
