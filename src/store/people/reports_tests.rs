//! What is said to be wrong is put right once, in all that was sent.

use super::*;
use crate::article::Article;
use crate::brief::{Brief, Kind, Quote, Speaker};
use crate::store::articles::{self, New, TextFrom};
use crate::store::people::corrections::{after, corrected_at};
use crate::store::tests::{noon, scratch};
use crate::text::Span;

async fn article(db: &mut Db, text: &str, speakers: &[(&str, &str)]) -> i64 {
    let quotes = speakers.iter().map(|(words, name)| {
        let start = text.find(words).unwrap();
        Quote {
            span: Span::new(start, start + words.len()),
            text: (*words).to_owned(),
            kind: Kind::Direct,
            speaker: Some(Speaker {
                name: Some((*name).into()),
                role: Some("Minister".into()),
                mention: None,
                span: None,
            }),
            quoted_from: None,
            via: None,
            confidence: 0.5,
            rule: "neighbour".into(),
            key: Some(1),
        }
    });
    let brief = Brief { quotes: quotes.collect(), ..Brief::default() };
    let article =
        Article { url: Some("https://paper.example/1".into()), text: text.into(), ..Article::default() };
    let new = New { article: &article, brief: &brief, text_from: TextFrom::Page };
    articles::save(db, &new, noon()).await.unwrap().id
}

async fn named(db: &mut Db, id: i64) -> Vec<(String, Option<String>)> {
    let quotes = articles::get(db, crate::store::Reader::Itself, id).await.unwrap().unwrap().brief.quotes;
    quotes.into_iter().map(|quote| (quote.text, quote.speaker.and_then(|speaker| speaker.name))).collect()
}

#[tokio::test]
async fn a_quote_is_put_right_also_in_a_later_version_and_counts_follow() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    let said = [("We stay open.", "Anna Orlo"), ("We shall see.", "Ilan Dorev")];
    let id = article(&mut db, "We stay open. We shall see.", &said).await;
    for _ in 0..2 {
        add(&mut db, id, "We stay open.", What::Speaker, noon()).await.unwrap();
    }
    let [report] = open(&mut db, crate::store::Reader::Itself, 9).await.unwrap().try_into().unwrap();
    assert_eq!(
        (report.times, report.rule.as_str(), report.speaker.as_deref()),
        (2, "neighbour", Some("Anna Orlo"))
    );
    assert!(fix(&mut db, &report, &Fix::Speaker(Some("Ilan Dorev".into())), noon()).await.unwrap());
    assert!(open(&mut db, crate::store::Reader::Itself, 9).await.unwrap().is_empty());
    let by = |words: &str, name: &str| (words.to_owned(), Some(name.to_owned()));
    assert_eq!(
        named(&mut db, id).await,
        [by("We stay open.", "Ilan Dorev"), by("We shall see.", "Ilan Dorev")]
    );
    let count = async |db: &mut Db, name: &str| {
        speakers::find(db, crate::store::Reader::Itself, name, 1).await.unwrap().first().map(|one| one.quotes)
    };
    assert_eq!((count(&mut db, "Dorev").await, count(&mut db, "Orlo").await), (Some(2), Some(0)));
    assert_eq!(corrected_at(&mut db, id).await.unwrap(), Some(noon()));
    // the page is edited: what an operator said still holds
    let again = article(&mut db, "We stay open. We shall see. And more.", &said).await;
    assert_eq!(again, id);
    assert_eq!(named(&mut db, id).await[0], by("We stay open.", "Ilan Dorev"));
    let (told, last) = after(&mut db, crate::store::Reader::Itself, 0).await.unwrap().unwrap();
    assert_eq!((told.len(), told[0].was.as_deref()), (1, Some("Anna Orlo")));
    assert_eq!(after(&mut db, crate::store::Reader::Itself, last).await.unwrap(), None);
}

#[tokio::test]
async fn a_hidden_quote_is_shown_no_more_and_an_unnamed_one_has_nobody() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    let said = [("We stay open.", "Anna Orlo"), ("We shall see.", "Ilan Dorev")];
    let id = article(&mut db, "We stay open. We shall see.", &said).await;
    add(&mut db, id, "We stay open.", What::Words, noon()).await.unwrap();
    add(&mut db, id, "We shall see.", What::Speaker, noon()).await.unwrap();
    let [first, second] = open(&mut db, crate::store::Reader::Itself, 9).await.unwrap().try_into().unwrap();
    assert!(fix(&mut db, &first, &Fix::Hide, noon()).await.unwrap());
    assert!(fix(&mut db, &second, &Fix::Speaker(None), noon()).await.unwrap());
    assert_eq!(named(&mut db, id).await, [("We shall see.".to_owned(), None)]);
    assert!(!fix(&mut db, &first, &Fix::Hide, noon()).await.unwrap(), "it is gone already");
}
