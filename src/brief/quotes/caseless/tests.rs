//! Passages of invented news, each with the quotes due and who says them: the name, or in brackets words of the text that
//! stand for whoever is not named, or `-` where nobody is.

use super::quotes;
use crate::article::{Given, from_text};
use crate::brief::quotes::find;
use crate::brief::quotes::rule::RuleSet;
use crate::text::{Language, Steps};

/// Reads the passages of `file`; every wrong quote is told, a line each.
fn read_well(language: &str, file: &str) {
    let due = file.lines().filter(|line| line.starts_with("> ")).count();
    let faults = faults(language, file);
    assert!(faults.is_empty(), "{} of {due} quotes are wrong:\n{}", faults.len(), faults.join("\n"));
}

/// What is wrong with the quotes found in the passages of `file`, a line each.
fn faults(language: &str, file: &str) -> Vec<String> {
    file.split("\n= ")
        .filter(|passage| !passage.trim_start().starts_with('#'))
        .flat_map(|passage| check(language, passage))
        .collect()
}

fn check(language: &str, passage: &str) -> Vec<String> {
    let (head, body) = passage.trim_start_matches("= ").split_once('\n').expect("a heading");
    let (due, text): (Vec<&str>, Vec<&str>) = body.lines().partition(|line| line.starts_with("> "));
    let text = text.join("\n");
    let article = from_text(text.trim(), &Given::default());
    assert_eq!(article.language, Language::coded(language), "{head}");
    let found = find(&article);
    let trimmed = |words: &str| words.trim_end_matches(['，', '。', '.', ',', '،']).to_owned();
    let mut faults = Vec::new();
    let mut known = Vec::new();
    for line in due {
        let (words, who) = line.trim_start_matches("> ").split_once(" | ").expect("words and who");
        known.push(trimmed(words));
        let Some(quote) = found.iter().find(|quote| trimmed(&quote.text) == trimmed(words)) else {
            faults.push(format!("{head}: “{words}” is not found"));
            continue;
        };
        let speaker = quote.speaker.clone().unwrap_or_default();
        let right = match who.strip_prefix('(').and_then(|who| who.strip_suffix(')')) {
            // a body's name are the words of the text; anybody else's name would be a wrong one
            Some(role) => {
                let fits = |words: &str| !words.is_empty() && (words.contains(role) || role.contains(words));
                speaker.mention.as_deref().is_some_and(fits) && speaker.name.as_deref().is_none_or(fits)
            }
            None if who == "-" => speaker.name.is_none(),
            None => speaker.name.as_deref() == Some(who),
        };
        if !right {
            faults.push(format!("{head}: “{words}” is said by {who}, not {speaker:?} ({})", quote.rule));
        }
    }
    for quote in found.iter().filter(|quote| !known.contains(&trimmed(&quote.text))) {
        faults.push(format!("{head}: “{}” is no quote ({}, {:?})", quote.text, quote.rule, quote.speaker));
    }
    faults
}

#[test]
fn chinese_speakers() {
    read_well("zh", include_str!("tests/zh.txt"));
}

#[test]
fn japanese_speakers() {
    read_well("ja", include_str!("tests/ja.txt"));
}

#[test]
fn arabic_speakers() {
    read_well("ar", include_str!("tests/ar.txt"));
}

#[test]
fn persian_speakers() {
    read_well("fa", include_str!("tests/fa.txt"));
}

#[test]
fn whoever_relays_is_told_beside_the_speaker() {
    for (text, via) in [
        ("海湾通讯社援引总理艾达·莫伦的话说：“我们不会让步。”外交部没有回应。", "海湾通讯社"),
        (
            "ونقلت وكالة الخليج عن وزير الخارجية شاكر الودعاني قوله إن الهجوم \"وقع من دون إنذار\".",
            "وكالة الخليج",
        ),
    ] {
        let article = from_text(text, &Given::default());
        let (found, _) = quotes(&article, text.len(), RuleSet::default(), Steps::default());
        assert_eq!(found.first().and_then(|quote| quote.via.as_deref()), Some(via), "{text}");
    }
}

#[test]
fn work_is_linear_in_the_text() {
    let steps = |times: usize| {
        let text = "总理艾达·莫伦说：“甲乙丙丁。”他称“戊己庚辛”，“壬癸”说。".repeat(times);
        let article = from_text(&text, &Given::default());
        quotes(&article, text.len(), RuleSet::default(), Steps::default()).1.taken()
    };
    let (one, four) = (steps(200), steps(800));
    assert!(four < one * 5, "{one} {four}");
}

#[test]
fn of_two_who_hold_an_office_neither_is_named() {
    for (language, text) in [
        ("zh", "诺维亚外长方立安星期一在海口城会见奥萨尼亚外长魏德民。外长说：“我们达成了一致。”"),
        ("ja", "ヴェルト大統領は月曜日、ハーゲン大統領と会談した。大統領は「意見が一致した」と述べた。"),
        (
            "fa",
            "پویا رستمی، رئیس‌جمهور، روز دوشنبه با لارس هاگن، رئیس‌جمهور هارلان، دیدار کرد. رئیس‌جمهور گفت: «به توافق رسیدیم».",
        ),
        ("ar", "استقبل الرئيس أسامة ولتان يوم الاثنين الرئيس لارس هاجن. وقال الرئيس: «نحن متفقون»."),
    ] {
        let article = from_text(text, &Given::default());
        assert_eq!(article.language, Language::coded(language), "{text}");
        let (found, _) = quotes(&article, article.text.len(), RuleSet::default(), Steps::default());
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].speaker.as_ref().and_then(|speaker| speaker.name.as_deref()), None, "{text}");
    }
}

#[test]
fn nobody_is_named_for_words_that_are_written() {
    let text = "中村翔太選手は「次は勝つ」と話した。中村は欠場が続いた。記事には「移籍先を早く探す必要がある」と書かれている。";
    let article = from_text(text, &Given::default());
    let (found, _) = quotes(&article, text.len(), RuleSet::default(), Steps::default());
    let names: Vec<_> = found.iter().map(|quote| quote.speaker.as_ref()?.name.as_deref()).collect();
    assert_eq!(names, [Some("中村翔太"), None]);
}

/// Names told for the marked words of a text.
fn names(language: &str, text: &str) -> Vec<Option<String>> {
    let article = from_text(text, &Given::default());
    assert_eq!(article.language, Language::coded(language), "{text}");
    let (found, _) = quotes(&article, article.text.len(), RuleSet::default(), Steps::default());
    found.into_iter().map(|quote| quote.speaker.and_then(|speaker| speaker.name)).collect()
}

#[test]
fn denied_words_are_nobodys() {
    for (language, text) in [
        ("zh", "诺维亚外长方立安星期一在海口城会见记者。方立安从未说过“港口永远关闭了不会再开”。"),
        ("zh", "诺维亚外长方立安没有说：“港口永远关闭了不会再开。”"),
        ("zh", "诺维亚外长方立安否认自己说过“港口永远关闭了不会再开”。"),
        ("ja", "中村翔太大臣は会見を開いた。中村大臣は「港は二度と開かないだろう」とは言っていない。"),
        ("ja", "中村翔太大臣は「港は二度と開かないだろう」と述べたことを否定した。"),
        ("ar", "لم يقل وزير النقل شاكر الودعاني إن الميناء \"لن يفتح أبدا بعد اليوم\"."),
        ("ar", "نفى وزير النقل شاكر الودعاني أن يكون قد قال \"لن يفتح الميناء أبدا\"."),
        ("ar", "نفى وزير النقل شاكر الودعاني قوله إن الميناء \"لن يفتح أبدا بعد اليوم\"."),
        ("fa", "پویا رستمی، وزیر راه، هرگز نگفته است که «بندر برای همیشه بسته شده است»."),
        ("fa", "پویا رستمی، وزیر راه، تکذیب کرد که گفته است «بندر برای همیشه بسته شده است»."),
    ] {
        assert!(names(language, text).iter().all(Option::is_none), "{text} {:?}", names(language, text));
    }
}

#[test]
fn words_that_deny_are_their_speakers() {
    for (language, text, due) in [
        ("zh", "诺维亚外长方立安否认道：“我没有做过这件事情。”", "方立安"),
        ("zh", "诺维亚外长方立安没有否认说过“港口永远关闭了不会再开”。", "方立安"),
        ("ja", "中村翔太大臣は「そのような事実はない」と否定した。", "中村翔太"),
        ("ar", "نفى وزير النقل شاكر الودعاني الاتهامات: \"لم أفعل شيئا من ذلك أبدا\".", "شاكر الودعاني"),
        ("fa", "پویا رستمی، وزیر راه، این اتهام را رد کرد: «من هرگز چنین کاری نکرده‌ام».", "پویا رستمی"),
    ] {
        assert_eq!(names(language, text), [Some(due.to_owned())], "{text}");
    }
}
