use proptest::prelude::*;

use super::*;

const ENGLISH: Language = Language::English;

/// What a record of these English quotes tells, a line a matter.
fn told(quotes: &[&str]) -> Vec<String> {
    let said: Vec<Said<'_>> = quotes.iter().map(|text| Said { language: ENGLISH, text }).collect();
    let record = Record::of(&said);
    let mut lines: Vec<String> = Vec::new();
    for matter in &record.matters {
        let mut line = format!("{:?} again {:?}", matter.quotes, matter.again);
        for change in &matter.changes {
            let words = |at: usize, spans: &[Span]| -> Vec<&str> {
                spans.iter().map(|span| span.of(quotes[at])).collect()
            };
            line += &format!(
                " {:?} {}→{} {:?} {:?}",
                change.kinds,
                change.old,
                change.new,
                words(change.old, &change.marked_old),
                words(change.new, &change.marked_new)
            );
        }
        lines.push(line);
    }
    if !record.asides.is_empty() {
        lines.push(format!("asides {:?}", record.asides));
    }
    lines
}

#[test]
fn what_is_said_again_and_what_is_said_otherwise() {
    let told = told(&[
        "We will keep 900 soldiers on the island until the harbour is safe.",
        "Nobody in this cabinet has spoken with the smugglers.",
        "Until the harbour is safe we will keep 900 soldiers on the island.",
        "We will keep 400 soldiers on the island until the harbour is safe.",
        "We will not keep soldiers on the island until the harbour is safe.",
    ]);
    assert_eq!(
        told,
        [
            r#"[0, 2, 3, 4] again [(0, 2)] [Number] 0→3 ["900"] ["400"] [Negation] 0→4 [] ["not"] [Number] 2→3 ["900"] ["400"] [Negation] 2→4 [] ["not"] [Negation] 3→4 [] ["not"]"#,
            "[1] again []",
        ]
    );
}

#[test]
fn a_name_or_a_modal_in_the_place_of_another_is_a_change() {
    let names = told(&[
        "Our first partner in the region is Morocco.",
        "Our first partner in the region is Algeria.",
        "The pipeline must be finished by October.",
        "The pipeline may be finished by October.",
    ]);
    assert_eq!(
        names,
        [
            r#"[0, 1] again [] [Name] 0→1 ["Morocco"] ["Algeria"]"#,
            r#"[2, 3] again [] [Modal] 2→3 ["must"] ["may"]"#,
        ]
    );
}

#[test]
fn others_words_and_conditions_that_are_not_so_stand_aside() {
    let told = told(&[
        "The embassy in Tbilisi will stay open.",
        "If the embassy in Tbilisi were closed, we would tell you.",
        "The minister said: “The embassy in Tbilisi will be closed.” Ask him.",
    ]);
    assert_eq!(told, ["[0] again []", "asides [1, 2]"]);
}

#[test]
fn the_same_words_about_something_else_are_another_matter() {
    let told = told(&[
        "By the end of the year a new base will be built in Estonia.",
        "By the end of the year the best bakery in Estonia will be mine.",
    ]);
    assert_eq!(told, ["[0] again []", "[1] again []"]);
}

#[test]
fn a_record_runs_over_languages() {
    let said = [
        Said { language: ENGLISH, text: "Norway will sell no gas to Hungary before 2031." },
        Said {
            language: Language::Russian, text: "Норвегия не продаст Венгрии газ до 2031 года."
        },
        Said { language: Language::German, text: "Norwegen wird Ungarn vor 2033 kein Gas verkaufen." },
    ];
    let record = Record::of(&said);
    assert_eq!(record.matters.len(), 1, "{record:?}");
    assert_eq!(record.matters[0].again, [(0, 1)]);
    let changes: Vec<_> = record.matters[0]
        .changes
        .iter()
        .map(|change| (change.old, change.new, change.kinds.clone()))
        .collect();
    assert_eq!(changes, [(0, 2, vec![Difference::Number]), (1, 2, vec![Difference::Number])]);
}

proptest! {
    #[test]
    fn every_quote_stands_in_one_place(texts in prop::collection::vec("(we |will |not |may |sell |7 |gas |Iran |\"|if ){0,9}", 0..12)) {
        let said: Vec<Said<'_>> = texts.iter().map(|text| Said { language: ENGLISH, text }).collect();
        let record = Record::of(&said);
        let mut all: Vec<usize> = record.matters.iter().flat_map(|matter| &matter.quotes).chain(&record.asides).copied().collect();
        all.sort_unstable();
        prop_assert_eq!(all, (0..texts.len()).collect::<Vec<_>>());
        for change in record.matters.iter().flat_map(|matter| &matter.changes) {
            prop_assert!(change.old < change.new && !change.kinds.is_empty());
            for (at, spans) in [(change.old, &change.marked_old), (change.new, &change.marked_new)] {
                prop_assert!(spans.iter().all(|span| texts[at].get(span.start..span.end).is_some()));
            }
        }
    }
}
