use super::*;
use crate::article::Article;
use crate::brief::Brief;
use crate::store::articles::{self, New, TextFrom};
use crate::store::tests::{noon, scratch};

async fn look(
    db: &mut Db,
    typed: &str,
    since: Option<DateTime<Utc>>,
    limit: i64,
    offset: i64,
) -> Result<(Count, Vec<i64>)> {
    let terms = Terms::read(typed);
    super::articles(db, &Wanted { terms: Some(&terms), since, ..Wanted::default() }, limit, offset).await
}

async fn article(db: &mut Db, number: i64, title: &str, text: &str) -> i64 {
    let article = Article {
        url: Some(format!("https://paper.example/{number}")),
        title: Some(title.to_owned()),
        published: Some(noon() + TimeDelta::minutes(number)),
        text: text.to_owned(),
        ..Article::default()
    };
    let (brief, at) = (Brief::default(), noon() + TimeDelta::minutes(number));
    let new = New { article: &article, brief: &brief, text_from: TextFrom::Page };
    articles::save(db, &new, at).await.unwrap().id
}

#[tokio::test]
async fn few_matches_come_by_weight_and_by_beginnings_of_words() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    let text = article(&mut db, 1, "A bridge", "The ferries of Tavria stop; a ferry waits.").await;
    let headline = article(&mut db, 2, "Ferry stops", "It rests in Port Hale.").await;
    article(&mut db, 3, "A bridge opens", "Nothing else.").await;
    let (count, found) = look(&mut db, "ferr", None, 10, 0).await.unwrap();
    assert_eq!((count.n, count.more), (2, false));
    assert_eq!(found, [headline, text]);
    assert_eq!(look(&mut db, "ferr", None, 10, 1).await.unwrap().1, [text]);
    let later = Some(noon() + TimeDelta::seconds(61));
    assert_eq!(look(&mut db, "ferr", later, 10, 0).await.unwrap().1, [headline]);
    let (none, found) = look(&mut db, "a b c d zzz", None, 10, 0).await.unwrap();
    assert_eq!((none, found.len()), (Count::default(), 0));
}

#[tokio::test]
async fn of_very_many_the_newest_are_looked_at_and_headlines_come_first() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    let (mut ids, mut title) = (Vec::new(), 0);
    for number in 0..1_005 {
        let headline = if number == 700 || number == 2 { "The treaty" } else { "News" };
        let id = article(&mut db, number, headline, "They said the treaty holds.").await;
        ids.push(id);
        if number == 700 {
            title = id;
        }
    }
    let newest = ids[1_004];
    for typed in ["treaty", "treat", "the treaty"] {
        let (count, found) = look(&mut db, typed, None, 2, 0).await.unwrap();
        assert_eq!(count, Count { n: 1_000, more: true }, "{typed}");
        assert_eq!(found, [title, newest], "{typed}");
    }
    let since = Some(noon() + TimeDelta::minutes(1_000));
    let (count, found) = look(&mut db, "treaty", since, 9, 0).await.unwrap();
    assert_eq!(count, Count { n: 5, more: false });
    assert_eq!(found.len(), 5);
}

/// Stores an article in a language, from a paper of this name.
async fn in_language(db: &mut Db, number: i64, code: &str, site: &str, text: &str) -> i64 {
    let article = Article {
        url: Some(format!("https://{}.example/{number}", site.to_lowercase())),
        site: Some(site.to_owned()),
        title: Some(String::from("—")),
        language: crate::text::Language::coded(code),
        published: Some(noon() + TimeDelta::minutes(number)),
        text: text.to_owned(),
        ..Article::default()
    };
    let new = New { article: &article, brief: &Brief::default(), text_from: TextFrom::Page };
    articles::save(db, &new, noon() + TimeDelta::minutes(number)).await.unwrap().id
}

#[tokio::test]
async fn words_are_found_in_any_form_of_the_language_of_the_article() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    let en = in_language(&mut db, 1, "en", "Herald", "Negotiators from Tavria ended the news talks.").await;
    let ru =
        in_language(&mut db, 2, "ru", "Вестник", "На переговорах в Порт-Хейле говорили о санкциях.").await;
    let de =
        in_language(&mut db, 3, "de", "Kurier", "Die Verhandlungen über Sanktionen dauern an, sagt Orlow.")
            .await;
    let pt = in_language(&mut db, 4, "pt", "Correio", "As negociações terminaram ontem.").await;
    let bridge = in_language(&mut db, 5, "en", "Herald", "A new bridge opens.").await;
    for (typed, wanted) in [
        ("negotiator", &[en][..]),
        ("переговоры", &[ru]),
        ("санкции переговоров", &[ru]),
        ("Verhandlung", &[de]),
        ("negociações", &[pt]),
        ("negociação", &[pt]),
        ("orlow", &[de]),
        // the stem of one language is a word of another: “news” is no form of a Danish “new”
        ("new", &[bridge]),
        ("переговоры -санкциями", &[]),
        ("переговоры -танкеров", &[ru]),
        ("talks -\"news from\"", &[en]),
        ("talk -\"news talk\"", &[]),
        ("\"news talks\"", &[en]),
        ("\"news talk\"", &[]),
        ("\"talks news\"", &[]),
    ] {
        let (count, found) = look(&mut db, typed, None, 9, 0).await.unwrap();
        assert_eq!((found.as_slice(), count.n), (wanted, wanted.len() as i64), "{typed}");
    }
    let terms = Terms::read("talks");
    for (source, wanted) in [("herald", 1), ("HERA", 1), ("herald.example", 1), ("kurier", 0)] {
        let asked = Wanted { terms: Some(&terms), source: Some(source), ..Wanted::default() };
        assert_eq!(super::articles(&mut db, &asked, 9, 0).await.unwrap().0.n, wanted, "{source}");
    }
}

#[tokio::test]
async fn articles_of_older_programs_are_found_by_their_words_until_their_stems_are_noted() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    let mut ids = Vec::new();
    for number in 1..=5 {
        ids.push(in_language(&mut db, number, "en", "Herald", "Two ferries of Tavria sank.").await);
    }
    for id in &ids {
        sqlx::query("delete from articles_stems_found where rowid = ?")
            .bind(id)
            .execute(&mut *db)
            .await
            .unwrap();
    }
    sqlx::query("insert into stems_wanted (only_row, before) select 1, max(id) + 1 from articles")
        .execute(&mut *db)
        .await
        .unwrap();
    let newer = in_language(&mut db, 6, "en", "Herald", "A ferry sails.").await;
    let count = async |db: &mut Db, typed: &str| look(db, typed, None, 9, 0).await.unwrap().0.n;
    assert_eq!((count(&mut db, "ferry").await, count(&mut db, "ferries").await), (1, 6));
    let mut slices = 0;
    while crate::store::full_text::rebuild(&mut db, 2).await.unwrap() {
        slices += 1;
        assert_eq!(count(&mut db, "ferries").await, 6, "after slice {slices}");
    }
    assert_eq!((slices, count(&mut db, "ferry").await), (3, 6));
    sqlx::query("delete from articles where id = ?").bind(newer).execute(&mut *db).await.unwrap();
    assert_eq!(count(&mut db, "ferry").await, 5);
}

#[tokio::test]
async fn a_phrase_in_letters_without_spaces_is_found_inside_a_sentence() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    in_language(&mut db, 1, "ja", "港湾", "ドレフ外相は渡船とは争わないと述べた。").await;
    in_language(&mut db, 2, "zh", "东岸", "多列夫说：“塔夫里亚不同渡轮争吵。”").await;
    for (typed, wanted) in [
        ("\"渡船とは争わ\"", 1),
        ("\"渡轮争吵\"", 1),
        ("\"争わ渡船とは\"", 0),
        ("\"争吵渡轮\"", 0),
        ("渡船 -\"とは争わ\"", 0),
        ("\"渡船とは\" ドレフ", 1),
    ] {
        assert_eq!(look(&mut db, typed, None, 9, 0).await.unwrap().0.n, wanted, "{typed}");
    }
}

#[tokio::test]
async fn arabic_and_polish_words_are_found_in_any_form() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    in_language(&mut db, 1, "ar", "الميناء", "توقفت المحادثات بشأن السفينة.").await;
    in_language(&mut db, 2, "pl", "Kurier", "Podpisano umowę w sprawie tankowców.").await;
    for typed in ["محادثات", "والمحادثات", "سفينة", "umowa", "umowy", "umów", "tankowiec", "tankowca"]
    {
        assert_eq!(look(&mut db, typed, None, 9, 0).await.unwrap().0.n, 1, "{typed}");
    }
}

#[tokio::test]
async fn while_the_index_is_written_once_more_nothing_is_found_twice() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    for number in 1..=3 {
        in_language(&mut db, number, "en", "Herald", "Two ferries of Tavria sank.").await;
    }
    sqlx::query("insert into stems_wanted (only_row, before) select 1, max(id) + 1 from articles")
        .execute(&mut *db)
        .await
        .unwrap();
    let (count, found) = look(&mut db, "ferries", None, 9, 0).await.unwrap();
    assert_eq!((count.n, found.len()), (3, 3));
}
