use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;

/// Invented people; the statements of the file are theirs in turn, so that few are said by one in one week.
const PEOPLE: [&str; 5] =
    ["Ilse Brandvik", "Omar Tarhuni", "Piotr Zaleski", "Marta Ocampo", "Ruslan Beketov"];
struct Line {
    name: String,
    statement: usize,
    language: Language,
    text: &'static str,
}

fn lines(file: &'static str) -> Vec<Line> {
    file.lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let mut fields = line.splitn(4, ' ');
            let mut next = || fields.next().unwrap();
            let (statement, kind, language, text) = (next(), next(), next(), next());
            Line {
                name: format!("{statement} {kind}"),
                statement: statement.trim_start_matches('s').parse().unwrap(),
                language: Language::from_tag(language).unwrap(),
                text,
            }
        })
        .collect()
}

fn quotes(lines: &[Line]) -> Vec<Quote<'_>> {
    let first = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let quote = |line: &Line| Quote {
        speaker: PEOPLE[line.statement % PEOPLE.len()],
        language: line.language,
        day: first + chrono::Days::new(line.statement as u64 * 4),
        text: line.text,
    };
    lines.iter().map(quote).collect()
}

fn pairs(lists: &[Vec<usize>]) -> BTreeSet<(usize, usize)> {
    let within = |list: &Vec<usize>| -> Vec<(usize, usize)> {
        list.iter().flat_map(|a| list.iter().filter(move |b| a < b).map(move |b| (*a, *b))).collect()
    };
    lists.iter().flat_map(within).collect()
}

#[test]
fn statements_are_found_over_languages_and_what_differs_stands_apart() {
    let lines = lines(include_str!("statements.txt"));
    let found = pairs(&same_statements(&quotes(&lines)));
    let mut due: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    lines.iter().enumerate().for_each(|(at, line)| due.entry(&line.name).or_default().push(at));
    let due = pairs(&due.into_values().collect::<Vec<_>>());
    let wrong: BTreeSet<(&str, &str)> =
        found.difference(&due).map(|(a, b)| (lines[*a].name.as_str(), lines[*b].name.as_str())).collect();
    assert_eq!(wrong, BTreeSet::new());
    let right = found.intersection(&due).count();
    assert!(right * 100 >= due.len() * 44, "{right} of {} pairs are found", due.len());
}

/// The name of a kind without the digit that tells two apart.
fn kind(line: &Line) -> &str {
    line.name.split(' ').nth(1).unwrap().trim_end_matches(|letter: char| letter.is_ascii_digit())
}

#[test]
fn who_acts_and_what_is_denied_keeps_near_misses_apart() {
    let lines = lines(include_str!("near_misses.txt"));
    let found = pairs(&same_statements(&quotes(&lines)));
    // kind: how many pairs with the statement itself are joined, of how many
    let mut joined: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (a, one) in lines.iter().enumerate() {
        for (b, other) in
            lines.iter().enumerate().skip(a + 1).take_while(|(_, other)| other.statement == one.statement)
        {
            if kind(one) == "=" {
                let (together, all) = joined.entry(kind(other)).or_default();
                *together += usize::from(found.contains(&(a, b)));
                *all += 1;
            }
        }
    }
    let (told, all) = joined["="];
    assert!(told * 100 >= all * 45, "{told} of {all} are found");
    // of who does what and what is denied; of all else but the statement itself
    let of = |worst: bool| {
        let kinds = joined.iter().filter(|(kind, _)| **kind != "=");
        let kinds = kinds.filter(|(kind, _)| ["roles", "negation", "actor"].contains(*kind) == worst);
        kinds.fold((0, 0), |sum, (_, one)| (sum.0 + one.0, sum.1 + one.1))
    };
    let (wrong, all) = of(true);
    assert!(wrong * 50 <= all, "{wrong} of {all} are joined: {joined:?}");
    let (wrong, all) = of(false);
    assert!(wrong * 20 <= all, "{wrong} of {all} are joined: {joined:?}");
}

/// The kinds of the blocks of a file, each line beside those that tell the statement itself: how many of how many pairs
/// are joined, every pair seen alone.
fn joined_by_kind(file: &'static str) -> BTreeMap<&'static str, (usize, usize)> {
    let day = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let mut joined: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for block in file.split("\n\n").skip(1) {
        let told: Vec<(&str, Quote<'_>)> = block.lines().map(|line| telling(line, day)).collect();
        for (at, (kind, one)) in told.iter().enumerate() {
            for (_, other) in told.iter().take(at).filter(|(kind, _)| *kind == "=") {
                let together = same_statements(&[one.clone(), other.clone()]).len();
                let (found, all) = joined.entry(kind).or_default();
                *found += together;
                *all += 1;
            }
        }
    }
    joined
}

fn telling(line: &'static str, day: NaiveDate) -> (&'static str, Quote<'static>) {
    let [kind, language, text] = line.splitn(3, ' ').collect::<Vec<_>>().try_into().unwrap();
    let kind = kind.trim_end_matches(|letter: char| letter.is_ascii_digit());
    (kind, Quote { speaker: PEOPLE[0], language: Language::from_tag(language).unwrap(), day, text })
}

#[test]
fn near_misses_in_eight_languages_stand_apart_where_each_is_seen_alone() {
    let joined = joined_by_kind(include_str!("first_seen.txt"));
    let (told, all) = joined["="];
    assert!(told * 100 >= all * 25, "{told} of {all} are found");
    for kind in ["num", "modal"] {
        assert_eq!(joined[kind].0, 0, "{joined:?}");
    }
    let near = joined.iter().filter(|(kind, _)| **kind != "=");
    let (wrong, all) = near.fold((0, 0), |sum, (_, one)| (sum.0 + one.0, sum.1 + one.1));
    assert!(all == 1200 && wrong * 50 <= all, "{wrong} of {all} are joined: {joined:?}");
}

#[test]
fn parts_told_by_voice_clause_and_refusal_stand_apart_and_their_retellings_are_found() {
    let joined = joined_by_kind(include_str!("parts.txt"));
    let (told, all) = joined["="];
    assert!(told * 100 >= all * 44, "{told} of {all} are found");
    for kind in ["number", "modal", "roles", "actor"] {
        assert_eq!(joined[kind].0, 0, "{joined:?}");
    }
    let (wrong, all) = joined["negation"];
    assert!(wrong * 100 <= all, "{wrong} of {all} are joined: {joined:?}");
    let (wrong, all) = joined["other"];
    assert!(wrong * 10 <= all, "{wrong} of {all} are joined: {joined:?}");
}

#[test]
fn days_and_speakers_keep_statements_apart() {
    let text = "Poland will send 40 engineers to Kharkiv.";
    let day = |day: u32| NaiveDate::from_ymd_opt(2026, 5, day).unwrap();
    let quote =
        |speaker, on| Quote { speaker, language: Language::from_tag("en").unwrap(), day: day(on), text };
    let said = [
        quote("Anna Koszyk", 3),
        quote("Анна Кошик", 4),
        quote("Koszyk", 4),
        quote("Marek Koszyk", 4),
        quote("Anna Koszyk", 9),
        quote("Ivo Brand", 3),
    ];
    assert_eq!(same_statements(&said), [vec![0, 1, 2]]);
}

#[test]
fn older_words_that_go_on_are_a_statement_of_their_own_on_another_day() {
    let text = [
        "Iran will not sell oil to Norway before 2031.",
        "I said that Iran will not sell oil to Norway before 2031. Ask the minister in the morning",
    ];
    let lists = |days: [u32; 2]| {
        let quote = |(text, day): (&'static str, u32)| Quote {
            speaker: PEOPLE[0],
            language: Language::from_tag("en").unwrap(),
            day: NaiveDate::from_ymd_opt(2026, 1, day).unwrap(),
            text,
        };
        same_statements(&text.into_iter().zip(days).map(quote).collect::<Vec<_>>()).len()
    };
    assert_eq!(lists([5, 5]), 1);
    // what is cut from them may be reported the day after
    assert_eq!(lists([6, 5]), 1);
    assert_eq!(lists([5, 6]), 0);
}

#[test]
fn a_number_that_only_one_tells_a_perhaps_and_a_wish_keep_quotes_apart() {
    for (one, other, together) in [
        ("en Chad has closed its borders to Sudan.", "fr Le Tchad a fermé ses frontières avec le Soudan.", 1),
        (
            "en Chad has closed its 14 border posts to Sudan.",
            "uk Чад закрив чотирнадцять прикордонних постів із Суданом.",
            1,
        ),
        ("en Peru will send 12 doctors to Haiti.", "fr Le Pérou enverra des médecins à Haïti.", 0),
        ("es Perú enviará 12 nuevos médicos a Haití.", "en Peru will send new doctors to Haiti.", 0),
        (
            "uk Перу відправить дванадцятьом лікарям гроші.",
            "uk Перу відправить тринадцятьом лікарям гроші.",
            0,
        ),
        (
            "fr Oman ne peut pas vendre de gaz au Japon.",
            "fr Oman ne vendra peut-être pas de gaz au Japon.",
            0,
        ),
        ("fr Oman ne peut pas vendre de gaz au Japon.", "en Oman cannot sell gas to Japan.", 1),
        ("it Il Perù ha inviato 12 medici ad Haiti.", "it Il Perù vuole inviare 12 medici ad Haiti.", 0),
        ("es Perú ha enviado 12 médicos a Haití.", "pt O Peru quer enviar 12 médicos ao Haiti.", 0),
        ("es Perú quiere enviar 12 médicos a Haití.", "en Peru wants to send 12 doctors to Haiti.", 1),
        ("pl Wysłaliśmy na Haiti 12 lekarzy.", "pl Moglibyśmy wysłać na Haiti 12 lekarzy.", 0),
    ] {
        let day = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
        let quote = |line: &'static str| telling_of(line, day);
        assert_eq!(same_statements(&[quote(one), quote(other)]).len(), together, "{one} {other}");
    }
}

fn telling_of(line: &'static str, day: NaiveDate) -> Quote<'static> {
    let (language, text) = line.split_once(' ').unwrap();
    Quote { speaker: PEOPLE[0], language: Language::from_tag(language).unwrap(), day, text }
}

#[test]
fn a_surname_of_two_needs_no_first_name() {
    for (one, other, due) in [
        ("Ben-Gal", "Uri Ben-Gal", true),
        ("Ури Бен-Галь", "Ben Gal", true),
        ("Ben-Gal", "Uri Ben-Dor", false),
        ("Marek Koszyk", "Anna Koszyk", false),
        ("Marek Koszyk", "Anna Marek Koszyk", false),
    ] {
        assert_eq!(Name::of(one).can_be(&Name::of(other)), due, "{one}, {other}");
    }
}

proptest! {
    #[test]
    fn no_quote_stands_twice_and_a_number_never_differs(
        told in prop::collection::vec(("[AB]", 0..3_u64, 1..4_usize, "(Iran|Iraq) (will |may |will not )(sell|buy) "), 0..14)
    ) {
        let texts: Vec<String> = told.iter().map(|(_, _, count, text)| format!("{text}{count}00 tonnes of uranium to Norway.")).collect();
        let first = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
        let quotes: Vec<Quote<'_>> = told.iter().zip(&texts).map(|((speaker, day, ..), text)| Quote {
            speaker,
            language: Language::from_tag("en").unwrap(),
            day: first + chrono::Days::new(*day),
            text,
        }).collect();
        let lists = same_statements(&quotes);
        let mut seen = BTreeSet::new();
        for list in &lists {
            prop_assert!(list.len() > 1 && list.is_sorted());
            for at in list {
                prop_assert!(seen.insert(*at));
                prop_assert_eq!(&texts[*at], &texts[list[0]]);
                prop_assert_eq!(quotes[*at].speaker, quotes[list[0]].speaker);
            }
        }
    }
}
