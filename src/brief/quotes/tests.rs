//! Invented articles with their quotes, and the laws every article must keep.

use std::fmt::Write as _;

use super::{Options, Rule, RuleSet, explain, find, find_with};
use crate::article::{Given, from_text};
use crate::brief::Quote;

pub(super) fn quotes(text: &str) -> Vec<Quote> {
    find(&from_text(text, &Given::default()))
}

fn told(quotes: &[Quote]) -> String {
    let mut out = String::new();
    for quote in quotes {
        let speaker = quote.speaker.as_ref();
        let name = speaker.and_then(|speaker| speaker.name.as_deref()).unwrap_or("-");
        let mention = speaker.and_then(|speaker| speaker.mention.as_deref()).unwrap_or("-");
        let from = quote.quoted_from.as_deref().map(|from| format!(" ← {from}")).unwrap_or_default();
        writeln!(out, "{:?} · {name} · {mention}{from} · {} · {}", quote.kind, quote.rule, quote.text)
            .unwrap();
    }
    out
}

#[test]
fn golden_articles() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/brief/quotes/golden");
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "txt"))
        .collect();
    names.sort();
    assert!(names.len() >= 20);
    insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false, omit_expression => true }, {
        for path in names {
            let text = std::fs::read_to_string(&path).unwrap();
            insta::assert_snapshot!(path.file_stem().unwrap().to_str().unwrap(), told(&quotes(&text)));
        }
    });
}

/// One line for what was found: `speaker: words ← whose words`, and ` ⇠ outlet` where it is asked for, parted by ` | `.
fn line(quotes: &[Quote], via: bool) -> String {
    let one = |quote: &Quote| {
        let speaker = quote.speaker.as_ref();
        let who = match speaker.map(|speaker| (speaker.name.as_deref(), speaker.mention.as_deref())) {
            Some((Some(name), _)) => name.to_owned(),
            Some((None, Some(mention))) => format!("~{mention}"),
            _ => "-".to_owned(),
        };
        let from = quote.quoted_from.as_deref().map(|from| format!(" ← {from}")).unwrap_or_default();
        let via =
            quote.via.as_deref().filter(|_| via).map(|outlet| format!(" ⇠ {outlet}")).unwrap_or_default();
        let words = quote.text.trim_end_matches(['.', ',']).split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{who}: {words}{from}{via}")
    };
    quotes.iter().map(one).collect::<Vec<_>>().join(" | ")
}

#[test]
fn cases_of_every_stage_in_five_languages() {
    use crate::text::Language;
    let files = [
        (Language::coded("en"), include_str!("cases/en.txt")),
        (Language::coded("en"), include_str!("cases/en_completed.txt")),
        (Language::coded("en"), include_str!("cases/en_voices.txt")),
        (Language::coded("en"), include_str!("cases/en_news.txt")),
        (Language::coded("en"), include_str!("cases/en_unsaid.txt")),
        (Language::coded("ru"), include_str!("cases/ru.txt")),
        (Language::coded("de"), include_str!("cases/de.txt")),
        (Language::coded("fr"), include_str!("cases/fr.txt")),
        (Language::coded("es"), include_str!("cases/es.txt")),
    ];
    let mut wrong = String::new();
    for (language, file) in files {
        for row in file.lines().filter(|row| !row.starts_with('#')) {
            let (text, due) = row.split_once('⇒').unwrap();
            let mut article = from_text(&text.trim().replace('⏎', "\n"), &Given::default());
            article.language = language;
            let got = line(&find(&article), file.contains('⇠'));
            if got != due.trim() {
                writeln!(wrong, "{}\n  due {}\n  got {got}", text.trim(), due.trim()).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_title_with_a_complement_is_told_whole() {
    for (title, role) in [
        ("Secretary of State", "Secretary of State"),
        ("Former Secretary of Defense", "Former Secretary of Defense"),
        ("The Minister of Foreign Affairs", "Minister of Foreign Affairs"),
        ("Russian Foreign Minister", "Russian Foreign Minister"),
    ] {
        let text =
            format!("{title} Anna Porto spoke on Monday. “We leave at dawn and nobody stays,” Porto said.");
        let speaker = quotes(&text)[0].speaker.clone().unwrap();
        assert_eq!((speaker.name.as_deref(), speaker.role.as_deref()), (Some("Anna Porto"), Some(role)));
    }
}

#[test]
fn nobody_is_named_for_an_anonymous_source() {
    let text = "Minister Ana Porto left. \"It is signed,\" a senior official said. \"It is not,\" another official said.";
    for quote in quotes(text) {
        assert_eq!(quote.speaker.unwrap().name, None, "{}", quote.text);
    }
}

#[test]
fn a_bare_office_means_its_holder_on_the_day_only() {
    let text = "Obama said on Monday that the plan would stand.\n\n\"It was right,\" the president said.";
    let on = |day: &str| {
        let given = Given { published: Some(day.parse().unwrap()), ..Given::default() };
        find(&from_text(text, &given))[0].speaker.clone().unwrap().name
    };
    assert_eq!(on("2016-03-10T00:00:00Z").as_deref(), Some("Obama"));
    assert_eq!(on("2018-03-10T00:00:00Z"), None);
}

#[test]
fn an_explanation_tells_why_words_in_marks_are_no_quote() {
    let article =
        from_text("The so-called \"peace council\" met. \"We met,\" Ana Porto said.", &Given::default());
    let told: Vec<String> = explain(&article).iter().map(ToString::to_string).collect();
    assert_eq!(told[0], "“peace council”\n  no quote: a name for a thing");
    assert_eq!(
        told[1],
        "“We met,”\n  a whole statement, said by Ana Porto (97 % sure)\n  because the text reads “…,” X said"
    );
}

/// For every rule a text in which it names the speaker, or says that there is none.
const BY_RULE: [(Rule, &str); 17] = [
    (Rule::After, "“We leave at dawn,” Ana Porto said."),
    (Rule::Inverted, "“We leave at dawn,” said Ana Porto."),
    (Rule::Label, "Ana Porto: “We leave at dawn.”"),
    (Rule::Before, "Ana Porto said: “We leave at dawn.”"),
    (Rule::According, "According to Ana Porto, the fleet will be “gone before the sun is up.”"),
    (Rule::Noun, "The harbour took Ana Porto's message “that we leave at dawn” badly."),
    (Rule::Later, "“We leave at dawn and nobody stays” was all Ana Porto said on Monday."),
    (Rule::Subject, "Ana Porto left the harbour for good with “no regrets of any kind.”"),
    (Rule::Neighbour, "“We leave at dawn,” Ana Porto said. “Nobody stays behind.”"),
    (Rule::SentenceBefore, "Ana Porto walked to the pier. “We leave at dawn and nobody stays.”"),
    (Rule::Introduced, "This is what Ana Porto said:\n“We leave at dawn and nobody stays.”"),
    (Rule::Running, "Ana Porto spoke on Monday.\n“We leave at dawn and nobody stays.”"),
    (Rule::Continued, "Ana Porto said: “We leave at dawn.\n“Nobody stays behind.”"),
    (Rule::Signed, "“We leave at dawn and nobody stays.” — Ana Porto"),
    (Rule::Headline, "“We leave at dawn” on the fleet — Ana Porto"),
    (
        Rule::Transcript,
        "Ana Porto spoke on Monday.\nQUESTION: When do you leave?\nANSWER: We leave at dawn.\n\
         QUESTION: Who stays?\nANSWER: Nobody stays behind.",
    ),
    (Rule::Chant, "Ana Porto spoke of peace to chants of “Leave at dawn!”"),
];

#[test]
fn every_rule_can_be_switched_off_and_changes_something() {
    let told_by = |text: &str, without: RuleSet| {
        let found = find_with(&from_text(text, &Given::default()), Options { without, ..Options::default() });
        found.into_iter().map(|quote| (quote.rule, quote.text, quote.speaker)).collect::<Vec<_>>()
    };
    for rule in Rule::all() {
        let (_, text) = BY_RULE.iter().find(|(known, _)| known == rule).unwrap();
        let all = told_by(text, RuleSet::default());
        assert!(all.iter().any(|quote| quote.0 == rule.name()), "{rule:?} does not fire: {all:?}");
        let fewer = told_by(text, RuleSet::default().with(*rule));
        assert!(fewer.iter().all(|quote| quote.0 != rule.name()), "{rule:?} fires: {fewer:?}");
        assert_ne!(all, fewer, "{rule:?}");
        assert_eq!(Rule::named(rule.name()), Some(*rule));
    }
    assert_eq!(Rule::named("nobody"), None);
}
