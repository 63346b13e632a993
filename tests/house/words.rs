//! No rule outside `src/languages` holds a word of a language or asks which language it has.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::code::code;
use crate::lexer::{Kind, Token};
use crate::sources::{File, files, room};

/// The rooms whose rules run for every language.
const RULES: [&str; 10] =
    ["text", "article", "people", "brief", "source", "feed", "story", "statement", "record", "digest"];

/// Words no sentence can do without, and endings by which one knows a form.
const WORDS: [(&str, &str); 5] = [
    (
        "en",
        "a an the and or but as at by for from in into of on to with without about after before between during than \
         that this these those who whom whose which what when where why how not no be am is are was were been being \
         has have had do does did will would shall should can could may might must he she it they we you his her their \
         our your him them us said says say told according because while if there here all some any every each both \
         either neither ing ed ly told tell telling asked added adds wrote quoted citing several many most few",
    ),
    (
        "de",
        "der die das den dem des ein eine einen einem einer eines und oder aber als von vom zu zum zur mit ohne für \
         über auf aus bei nach vor ist sind war waren wird werden wurde hat haben hatte nicht kein er sie es wir ihr \
         sagte sagt laut dass weil wenn gegenüber",
    ),
    (
        "fr",
        "le la les un une des du et ou mais de à au aux en dans par pour sur avec sans est sont était sera a ont avait \
         ne pas il elle ils elles nous vous leur qui que dont dit déclaré selon lui",
    ),
    (
        "es",
        "el la los las un una unos unas y o pero de del al en por para con sin sobre es son era fue será ha han había \
         no él ella ellos ellas nosotros su sus quien que dijo según afirmó cuando",
    ),
    (
        "ru",
        "и в во не на с со к ко от до из за для по о об при без что как это который он она они мы вы его её их был была \
         были быть есть но или а если когда сказал сказала заявил заявила",
    ),
];

/// What stands outside of `src/languages` and is no word of a rule: (file or folder, words or `*`, reason).
const EXCEPTIONS: [(&str, &str, &str); 26] = [
    ("article/html/sanitizer/mod.rs", "a", "the tag of a link"),
    ("article/html/styles", "*", "words of CSS"),
    ("article/metadata/byline/author_elements.rs", "a", "the tag of a link"),
    ("article/metadata/candidates.rs", "a", "the tag of a link"),
    ("article/metadata/json_ld.rs", "no", "a value of JSON-LD"),
    ("brief/check/alignment/grammar/class.rs", "*", "classes of words"),
    ("brief/check/alignment/words/item.rs", "after because before if no when", "classes of words"),
    ("brief/check/form.rs", "not a or with an about the", "what is told of a fault"),
    ("brief/check/translation/sound.rs", "a", "a letter"),
    ("brief/mod.rs", "*", "a warning"),
    ("brief/quotes/explanation.rs", "*", "told to whoever asks why"),
    ("brief/quotes/rule.rs", "*", "names and examples of rules"),
    ("brief/summary/warnings.rs", "*", "warnings"),
    ("digest/zone.rs", "us", "a list of the zone database"),
    ("feed/discover.rs", "a", "the tag of a link"),
    ("feed/schedule.rs", "no", "`no-store` and `no-cache` of HTTP"),
    ("feed/xml/adapter.rs", "a", "a sign of base64"),
    ("feed/xml/namespaces.rs", "a", "what feeds call a namespace"),
    ("feed/xml/rdf.rs", "about", "an attribute of RDF"),
    ("statement/compare/alignment.rs", "a o y", "letters"),
    ("statement/lexicon/section.rs", "before", "the name of a section"),
    ("statement/romanise.rs", "*", "letters"),
    ("statement/same_name.rs", "*", "letters"),
    ("text/fold.rs", "и o", "letters"),
    ("text/fold/lookalike.rs", "a o y", "letters"),
    ("text/markup/plain.rs", "a del", "tags"),
];

/// Calls whose first literal is told to somebody.
const TELLING: [&str; 9] =
    ["write", "writeln", "format", "format_args", "debug_assert", "unreachable", "Form", "Not", "fault"];
/// Calls whose first literal names a tag, a class or a field.
const NAMING: [&str; 5] = ["has_name", "local_name", "select", "marks", "field"];

#[test]
fn no_rule_asks_which_language_it_has() {
    let mut found = Vec::new();
    for file in files().iter().filter(|file| room(&file.path) != "languages") {
        found.extend(
            languages_named(file).into_iter().map(|line| (file.path.clone(), line, "Language::…".to_owned())),
        );
    }
    let told = told(&found);
    assert!(told.is_empty(), "names a language outside of src/languages:\n{told}");
}

#[test]
fn no_rule_holds_a_word_of_a_language() {
    let known = known();
    let mut found = Vec::new();
    for file in files().iter().filter(|file| RULES.contains(&room(&file.path))) {
        let held = words_held(file, &known).into_iter().filter(|(_, word)| !excepted(&file.path, word));
        found.extend(held.map(|(line, word)| (file.path.clone(), line, word)));
    }
    let told = told(&found);
    assert!(told.is_empty(), "words of a language outside of src/languages:\n{told}");
}

#[test]
fn every_exception_is_needed() {
    let (all, known) = (files(), known());
    for (place, words, _) in EXCEPTIONS {
        let within = || all.iter().filter(|file| file.path.starts_with(place));
        let held: BTreeSet<String> =
            within().flat_map(|file| words_held(file, &known)).map(|(_, word)| word).collect();
        let needed =
            if words == "*" { !held.is_empty() } else { words.split(' ').all(|word| held.contains(word)) };
        assert!(needed, "no longer needed: {place} {words}");
    }
}

fn known() -> BTreeSet<String> {
    WORDS.iter().flat_map(|(_, words)| words.split_whitespace()).map(str::to_owned).collect()
}

fn excepted(path: &str, word: &str) -> bool {
    EXCEPTIONS.iter().any(|(place, words, _)| {
        path.starts_with(place) && (*words == "*" || words.split(' ').any(|other| other == word))
    })
}

/// The findings, a line each.
fn told(found: &[(String, usize, String)]) -> String {
    let mut told = String::new();
    for (path, line, word) in found {
        writeln!(told, "src/{path}:{line} “{word}”").unwrap();
    }
    told
}

/// The lines that name a language: a variant of `Language`, or one by its code.
fn languages_named(file: &File) -> Vec<usize> {
    let names = |three: &&[Token]| {
        let variant = three[0].is_name("Language")
            && three[1].kind == Kind::Path
            && three[2].name().is_some_and(|name| name.starts_with(char::is_uppercase));
        let coded = three[0].is_name("from_tag") && three[1].is('(') && three[2].literal().is_some();
        variant || coded
    };
    code(&file.text).windows(3).filter(names).map(|three| three[0].line).collect()
}

/// The words of literals that are in `known`, with their lines; told texts, names of tags, paths and ends of ranges are
/// not looked at.
fn words_held(file: &File, known: &BTreeSet<String>) -> Vec<(usize, String)> {
    let all = code(&file.text);
    let mut held = Vec::new();
    for (at, token) in all.iter().enumerate() {
        let Some(literal) = token.literal() else { continue };
        if !(is_argument(&all, at) || is_range(&all, at) || literal.starts_with('/')) {
            let words = words_of(literal).into_iter().filter(|word| known.contains(word));
            held.extend(words.map(|word| (token.line, word)));
        }
    }
    held
}

/// Tells whether the literal at `at` is the first one of a call of [`TELLING`] or [`NAMING`].
fn is_argument(all: &[Token], at: usize) -> bool {
    let mut closed = 0_usize;
    for place in (0..at).rev() {
        match &all[place].kind {
            Kind::Sign(')' | ']' | '}') => closed += 1,
            Kind::Sign('(') if closed == 0 => {
                let name = if all[place - 1].is('!') { place - 2 } else { place - 1 };
                let named = |names: &[&str]| all[name].name().is_some_and(|name| names.contains(&name));
                return named(&TELLING) || named(&NAMING);
            }
            Kind::Sign('(' | '[' | '{') if closed > 0 => closed -= 1,
            Kind::Sign('[' | '{' | ';') | Kind::Literal(_) if closed == 0 => return false,
            _ => {}
        }
    }
    false
}

/// Tells whether the literal at `at` ends a range of letters.
fn is_range(all: &[Token], at: usize) -> bool {
    let dot = |at: Option<usize>| at.and_then(|at| all.get(at)).is_some_and(|token| token.is('.'));
    let dots = |one: Option<usize>, other: Option<usize>| dot(one) && dot(other);
    dots(at.checked_add(1), at.checked_add(2))
        || dots(at.checked_sub(1), at.checked_sub(2))
        || all[at - 1].is('=') && dots(at.checked_sub(2), at.checked_sub(3))
}

/// The words of a literal, lower case; what only a pattern or a form of dates means (`\b`, `\p{L}`, `(?i)`,
/// `(?P<name>`, `[a-z]`, `%y`) is none, and what `_` ties is one.
fn words_of(literal: &str) -> Vec<String> {
    let (mut words, mut word, mut chars) = (Vec::new(), String::new(), literal.chars().peekable());
    while let Some(c) = chars.next() {
        match c {
            _ if c.is_alphabetic() || c == '_' => {
                word.extend(c.to_lowercase());
                continue;
            }
            '\\' => {
                let class = chars.next().is_some_and(|class| "pPxu".contains(class));
                if class && chars.peek() == Some(&'{') {
                    chars.by_ref().find(|c| *c == '}');
                }
            }
            '%' => {
                chars.next_if(char::is_ascii_alphabetic);
            }
            '-' if word.chars().count() == 1 && chars.next_if(|c| c.is_alphabetic()).is_some() => {
                word.clear();
                continue;
            }
            '?' if matches!(chars.peek(), Some('P' | '<' | 'i' | 'x' | 's' | 'm')) => {
                chars.by_ref().find(|c| matches!(c, '>' | ')' | ':' | '!' | '='));
            }
            _ => {}
        }
        words.push(std::mem::take(&mut word));
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(source: &str) -> Vec<String> {
        let file = File { path: "brief/x.rs".to_owned(), text: source.to_owned() };
        words_held(&file, &known()).into_iter().map(|(_, word)| word).collect()
    }

    #[test]
    fn words_in_rules_are_seen_in_every_form() {
        for (source, word) in [
            (r#"fn f(w: &str) -> bool { w == "as" }"#, "as"),
            (r#"fn f(w: &str) -> bool { matches!(w, "x" | "und") }"#, "und"),
            (r#"const LED: [&str; 2] = ["x", "According to"];"#, "to"),
            (r#"fn f(w: &str) -> bool { w.ends_with("ing") }"#, "ing"),
            (r##"static P: P = Regex::new(r#"(?i)\bsagte\b"#);"##, "sagte"),
            (r#"static P: P = Regex::new("(?x) ^ (?P<first>par) \\s");"#, "par"),
            ("fn f(c: char) -> bool { c == 'и' }", "и"),
            (r#"fn f() -> String { format!("{}", "the") }"#, "the"),
        ] {
            assert!(held(source).contains(&word.to_owned()), "{source}: {:?}", held(source));
        }
    }

    #[test]
    fn what_is_no_rule_is_not_seen() {
        for source in [
            r#"fn f() -> String { format!("the number {n} is not in it") }"#,
            r#"#[error("the document is empty")] struct Empty; // "the""#,
            r#"static P: P = Regex::new(r"(?P<the>[0-9]+)\b\p{L}(?i:x)");"#,
            r#"#[cfg(test)] mod tests { const A: &str = "the"; }"#,
        ] {
            assert!(held(source).is_empty(), "{source}: {:?}", held(source));
        }
    }

    #[test]
    fn a_language_named_is_seen_and_a_function_of_it_is_not() {
        let text = "fn f() { Language::English; Language::of(x);\nLanguage::from_tag(\"de\"); Language::from_tag(x); }".to_owned();
        assert_eq!(languages_named(&File { path: "a.rs".to_owned(), text }), [1, 2]);
    }
}
