//! Names that run into what stands beside them: first names in the letters of endings, letters behind a title, surnames
//! that come again.

use super::ends;
use super::people::Found;
use crate::brief::quotes::caseless::page::Page;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{NAME_POINTS, Shape, Token};
use crate::text::{FastMap, FastSet, Span};

/// Places in foreign letters: whose holders of an office stand behind them with name and office, `PLACE の NAME OFFICE`.
pub(crate) fn places(page: &Page) -> FastSet<String> {
    let of_office = |four: &&[Token]| match four {
        [place, of, name, office] => {
            place.shape == Shape::Foreign
                && !place.form.contains(NAME_POINTS)
                && of.has(Tags::OF)
                && name.is_unknown()
                && office.has(Tags::OFFICE)
        }
        _ => false,
    };
    let all = page.lines.iter().flat_map(|line| line.tokens.windows(4)).filter(of_office);
    all.filter_map(|four| four.first()).map(|place| place.form.clone()).collect()
}

/// A surname with a first name in the letters of endings, before a title.
pub(super) fn with_endings(page: &Page, found: &mut Found) {
    for three in page.lines.iter().flat_map(|line| line.tokens.windows(3)) {
        let [surname, first, title] = three else { continue };
        let touches = surname.span.end == first.span.start && first.span.end == title.span.start;
        let courtesy = title.has(Tags::HONORIFIC) && !title.has(Tags::OFFICE);
        let plain =
            courtesy && surname.shape == Shape::Unknown && (2..=4).contains(&surname.form.chars().count());
        let whole = plain || page.lexicon.surname(&surname.form) == Some(surname.form.len());
        let short = HEAD_LETTERS.contains(&first.form.chars().count());
        // how old somebody is stands in brackets
        let age = title.shape == Shape::Bracket
            && title.form.trim_start_matches(['（', '(']).starts_with(char::is_numeric);
        let plain = plain
            || age && surname.shape == Shape::Unknown && (1..=3).contains(&surname.form.chars().count());
        let whole = whole || plain;
        let titled = title.has(Tags::TITLE) || title.is_mark(&NAME_POINTS) || age;
        if touches && whole && short && first.shape == Shape::Ending && titled {
            let name = Span::new(surname.span.start, first.span.end);
            found.add(&format!("{}{}", surname.form, first.form), page.of(name));
        }
    }
}

/// A name whose first name is written in the letters of endings, with a title of courtesy that these run into.
pub(super) fn with_courtesy(page: &Page, found: &mut Found) {
    const PARTICLES: Tags =
        Tags::TOPIC.or(Tags::SUBJECT).or(Tags::OBJECT).or(Tags::OF).or(Tags::POSTPOSITION).or(Tags::PASSIVE);
    let known =
        |word: &str| page.lexicon.longest(word).filter(|(len, _)| *len == word.len()).map(|(_, tags)| tags);
    // alone, or with a particle behind it
    let whole = |title: &str| {
        let ends = title.char_indices().map(|(at, letter)| at + letter.len_utf8());
        ends.into_iter().filter_map(|at| title.split_at_checked(at)).any(|(title, rest)| {
            known(title).is_some_and(|tags| tags.any(Tags::HONORIFIC))
                && (rest.is_empty() || known(rest).is_some_and(|tags| tags.any(PARTICLES)))
        })
    };
    for two in page.lines.iter().flat_map(|line| line.tokens.windows(2)) {
        let [surname, rest] = two else { continue };
        let touches = surname.span.end == rest.span.start && rest.shape == Shape::Ending;
        let short = (2..=4).contains(&surname.form.chars().count()) && surname.shape == Shape::Unknown;
        let parts = rest.form.char_indices().map(|(at, _)| rest.form.split_at(at));
        let mut parts =
            parts.filter(|(first, title)| HEAD_LETTERS.contains(&first.chars().count()) && whole(title));
        let Some((first, _)) = parts.next().filter(|_| touches && short && !surname.has(Tags::LATIN)) else {
            continue;
        };
        let name = Span::new(surname.span.start, rest.span.start + first.len());
        found.add(&format!("{}{first}", surname.form), page.of(name));
    }
}

/// A surname with a first name in the letters of foreign words, before a title.
pub(super) fn with_foreign(page: &Page, found: &mut Found) {
    for three in page.lines.iter().flat_map(|line| line.tokens.windows(3)) {
        let [surname, first, title] = three else { continue };
        let touches = surname.span.end == first.span.start && first.span.end == title.span.start;
        let short = surname.shape == Shape::Unknown && (1..=3).contains(&surname.form.chars().count());
        let plain = HEAD_LETTERS.contains(&first.form.chars().count()) && !surname.has(Tags::LATIN);
        // `現駐 PLACE 大使`: no surname
        let noun = surname.form.ends_with(|letter| page.lexicon.noun_ends.contains(&letter));
        let known = page.lexicon.surname(&surname.form) == Some(surname.form.len());
        if touches
            && short
            && plain
            && (known || !noun)
            && first.shape == Shape::Foreign
            && title.has(Tags::TITLE)
        {
            let name = Span::new(surname.span.start, first.span.end);
            found.add(&format!("{}{}", surname.form, first.form), page.of(name));
        }
    }
}

/// A surname with a first name in letters of several kinds, before a title of courtesy: `NAMEハル子 Mrs`.
pub(super) fn with_mixed(page: &Page, found: &mut Found) {
    for four in page.lines.iter().flat_map(|line| line.tokens.windows(4)) {
        let [surname, first, last, title] = four else { continue };
        let parts = [surname, first, last, title];
        let touches =
            parts.windows(2).all(|two| matches!(two, [one, next] if one.span.end == next.span.start));
        let plain = |token: &Token| token.shape == Shape::Unknown && !token.has(Tags::LATIN);
        let short = (1..=3).contains(&surname.form.chars().count()) && last.form.chars().count() == 1;
        let kana = matches!(first.shape, Shape::Foreign | Shape::Ending);
        let courtesy = title.has(Tags::HONORIFIC) && !title.has(Tags::OFFICE);
        if touches && plain(surname) && plain(last) && short && kana && courtesy {
            let name = Span::new(surname.span.start, last.span.end);
            found.add(&format!("{}{}{}", surname.form, first.form, last.form), page.of(name));
        }
    }
}

/// A name before a title whose surname stands before a title elsewhere: three to five letters, or a surname with its first
/// name in other letters.
pub(super) fn with_short_forms(page: &Page, found: &mut Found) {
    let touches = |one: &Token, next: &Token| one.span.end == next.span.start;
    let titled = |token: &Token, next: &Token| {
        token.shape == Shape::Unknown
            && !token.has(Tags::LATIN)
            && next.has(Tags::TITLE)
            && touches(token, next)
    };
    let pairs = || page.lines.iter().flat_map(|line| line.tokens.windows(2));
    let set_off =
        |token: &Token| token.shape == Shape::Unknown && page.is_set_off(token) && page.is_often(&token.form);
    let short: FastSet<&str> = pairs()
        .filter_map(|two| match two {
            [token, title] if titled(token, title) => Some(token.form.as_str()),
            _ => None,
        })
        .chain(
            page.lines
                .iter()
                .filter_map(|line| line.tokens.first())
                .filter(|token| set_off(token))
                .map(|token| token.form.as_str()),
        )
        .filter(|form| SURNAME_LETTERS.contains(&form.chars().count()))
        .collect();
    let known = |(head, rest): (&str, &str)| {
        short.contains(head) && HEAD_LETTERS.contains(&(rest.chars().count() + 1))
    };
    for two in pairs() {
        let [token, title] = two else { continue };
        let ends =
            token.form.char_indices().map(|(at, _)| at).filter_map(|at| token.form.split_at_checked(at));
        if titled(token, title) && ends.into_iter().any(known) {
            found.add(&token.form, page.of(token.span));
        }
    }
    // `市長の NAME は`
    for four in page.lines.iter().flat_map(|line| line.tokens.windows(4)) {
        let [office, of, token, behind] = four else { continue };
        let led = office.has(Tags::OFFICE) && of.has(Tags::OF) && token.shape == Shape::Unknown;
        let subject = behind.has(Tags::TOPIC.or(Tags::SUBJECT));
        let mut ends =
            token.form.char_indices().map(|(at, _)| at).filter_map(|at| token.form.split_at_checked(at));
        if led && subject && ends.any(known) {
            found.add(&token.form, page.of(token.span));
        }
    }
    for three in page.lines.iter().flat_map(|line| line.tokens.windows(3)) {
        let [surname, first, title] = three else { continue };
        let other = matches!(first.shape, Shape::Ending | Shape::Foreign) && title.has(Tags::TITLE);
        let name = other && touches(surname, first) && touches(first, title);
        if name && short.contains(surname.form.as_str()) && HEAD_LETTERS.contains(&first.form.chars().count())
        {
            let name = Span::new(surname.span.start, first.span.end);
            found.add(&format!("{}{}", surname.form, first.form), page.of(name));
        }
    }
}

/// Letters of a surname that stands alone before a title.
const SURNAME_LETTERS: std::ops::RangeInclusive<usize> = 2..=3;

/// Letters foreign names are written in at the head of a run that a title touches: what follows is no name.
pub(super) fn heads(page: &Page, found: &mut Found) {
    let writes = |letter: char| page.lexicon.name_letters.contains(&letter);
    for line in &page.lines {
        for (title, token) in line.tokens.iter().zip(line.tokens.iter().skip(1)) {
            let touches = title.has(Tags::TITLE) && title.span.end == token.span.start;
            let neighbour = page.lexicon.neighbour(&token.form).is_some();
            if !touches || token.shape != Shape::Unknown || neighbour {
                continue;
            }
            let len = token.form.find(|letter| !writes(letter)).unwrap_or(0);
            let head = token.form.get(..len).filter(|head| HEAD_LETTERS.contains(&head.chars().count()));
            // one that begins with a surname of the language's own has its end told by words
            let own = head
                .is_some_and(|head| ends::name_at(page, &token.form).is_some_and(|len| len >= head.len()));
            if let Some(head) = head.filter(|_| !own) {
                found.add(head, page.of(Span::new(token.span.start, token.span.start + len)));
            }
        }
    }
}

/// Letters of a name at the head of a run.
const HEAD_LETTERS: std::ops::RangeInclusive<usize> = 2..=5;

/// Fewest places where letters that begin with a surname make them a name: three letters, two.
const REPEATED: [(usize, usize, usize); 2] = [(3, 2, 2), (2, 4, 3)];

/// Letters that begin with a surname and stand before different others again and again.
pub(super) fn repeated(page: &Page, found: &mut Found) {
    let mut seen: FastMap<String, (usize, FastSet<Option<char>>, Span)> = FastMap::default();
    for token in page.lines.iter().flat_map(|line| &line.tokens) {
        if token.shape != Shape::Unknown || page.lexicon.surname(&token.form).is_none() {
            continue;
        }
        for (letters, ..) in REPEATED {
            let Some(last) = token.form.char_indices().nth(letters - 1) else { continue };
            let len = last.0 + last.1.len_utf8();
            let Some(head) = token.form.get(..len) else { continue };
            if letters > 2 && head.ends_with(|letter| page.lexicon.noun_ends.contains(&letter)) {
                continue;
            }
            let span = Span::new(token.span.start, token.span.start + len);
            let after = page.text.get(span.end..).and_then(|rest| rest.chars().next());
            let entry = seen.entry(head.to_owned()).or_insert((0, FastSet::default(), span));
            entry.0 += 1;
            entry.1.insert(after);
        }
    }
    for (head, (count, after, span)) in &seen {
        let letters = head.chars().count();
        if REPEATED
            .iter()
            .any(|(long, times, kinds)| letters == *long && count >= times && after.len() >= *kinds)
        {
            found.add(head, page.of(*span));
        }
    }
}
