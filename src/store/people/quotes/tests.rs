use super::*;
use crate::article::Article;
use crate::brief::Brief;
use crate::store::Count;
use crate::store::articles::{self, New, TextFrom};
use crate::store::full_text::Terms;
use crate::store::tests::{noon, scratch};

/// Stores an article of one quote, the later the higher its number.
async fn article(db: &mut Db, number: i64, name: Option<&str>, words: &str) {
    let speaker = Speaker {
        name: name.map(str::to_owned),
        role: None,
        mention: Some(name.unwrap_or("an official").to_owned()),
        span: None,
    };
    let quote = Quote {
        span: Span::whole(words),
        text: words.to_owned(),
        kind: Kind::Direct,
        speaker: Some(speaker),
        quoted_from: None,
        via: None,
        confidence: 1.0,
        rule: "test".into(),
        key: None,
    };
    let article = Article {
        url: Some(format!("https://paper{number}.example/")),
        published: Some(noon() + chrono::TimeDelta::minutes(number)),
        text: words.to_owned(),
        ..Article::default()
    };
    let brief = Brief { quotes: vec![quote], ..Brief::default() };
    let new = New { article: &article, brief: &brief, text_from: TextFrom::Page };
    articles::save(db, &new, noon()).await.unwrap();
}

#[tokio::test]
async fn the_same_words_in_many_papers_are_found_once_if_so_wanted() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    let dorev = Some("Ilan Dorev");
    for (number, name, words) in [
        (1, dorev, "The crossing stays open."),
        (2, dorev, "The crossing stays open"),
        (3, Some("Nadia Feld"), "The crossing stays open."),
        (4, None, "The crossing stays open."),
        (5, dorev, "We shall see."),
        (6, dorev, "The crossing stays open,"),
    ] {
        article(&mut db, number, name, words).await;
    }
    let crossing = Terms::read("crossings");
    for words in [None, Some(&crossing)] {
        let apart = Wanted { words, ..Wanted::default() };
        let once = Wanted { once: true, ..apart.clone() };
        let (total, found) = find(&mut db, &once, 10, 0).await.unwrap();
        let mut told: Vec<_> = found
            .iter()
            .map(|one| {
                (
                    one.url.as_deref().unwrap_or_default().replace(|c: char| !c.is_ascii_digit(), ""),
                    one.others,
                )
            })
            .collect();
        assert_eq!(total, Count { n: told.len() as i64, more: false });
        if words.is_none() {
            assert_eq!(told.remove(1), ("5".to_owned(), 0));
        }
        assert_eq!(told, [("6".to_owned(), 2), ("4".to_owned(), 0), ("3".to_owned(), 0)]);
        let (total, found) = find(&mut db, &apart, 10, 0).await.unwrap();
        assert_eq!((total.n, found.len()), if words.is_none() { (6, 6) } else { (5, 5) });
        let (_, second) = find(&mut db, &once, 1, 1).await.unwrap();
        assert_eq!(second.len(), 1);
    }
}

#[tokio::test]
async fn of_a_person_with_very_many_quotes_the_newest_are_looked_at() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    for number in 0..1_010 {
        let words = format!(
            "Statement {number} on the {} crossing.",
            if number % 2 == 0 { "north" } else { "south" }
        );
        article(&mut db, number, Some("Ilan Dorev"), &words).await;
    }
    article(&mut db, 2_000, Some("Nadia Feld"), "The north crossing stays open.").await;
    for (words, n, more) in [
        (None, 1_000, true),
        (Some("north"), 505, false),
        (Some("nort cross"), 505, false),
        (Some("\"north crossing\" -south"), 505, false),
    ] {
        let terms = words.map(Terms::read);
        let about = Wanted { person: Some("dorev"), words: terms.as_ref(), once: true, ..Wanted::default() };
        let (total, found) = find(&mut db, &about, 3, 0).await.unwrap();
        assert_eq!(total, Count { n, more }, "{words:?}");
        let newest = if words.is_some() { "Statement 1008" } else { "Statement 1009" };
        assert!(found[0].text.starts_with(newest), "{words:?}: {}", found[0].text);
    }
    let all = newest(&mut db, crate::store::Reader::Itself, i64::MAX, 2).await.unwrap();
    assert_eq!(all[0].speaker_name.as_deref(), Some("Nadia Feld"));
    let rest = newest(&mut db, crate::store::Reader::Itself, all[1].id, 2_000).await.unwrap();
    assert_eq!((all.len(), rest.len()), (2, 1_009));
    let known = speakers::find(&mut db, crate::store::Reader::Itself, "Dorev", 9).await.unwrap();
    assert_eq!(known[0].quotes, 1_010);
}
