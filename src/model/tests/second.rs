//! The second question: does the article say exactly this?

use super::*;
use crate::model::summary::{self, Written};

async fn write(client: &Client) -> (Result<Written, Error>, Spent) {
    let (article, brief) = article();
    let mut spent = Spent::default();
    let written = summary::write(client, &article, &brief, &mut spent).await;
    (written, spent)
}

fn verdicts(told: &[bool]) -> Does {
    let one = |(at, told): (usize, &bool)| json!({"number": at + 1, "told": told});
    Does::Says(json!({"verdicts": told.iter().enumerate().map(one).collect::<Vec<_>>()}).to_string())
}

#[tokio::test]
async fn a_sentence_the_model_takes_back_is_not_shown_nor_kept() {
    let server = Server::start(vec![Does::Says(good())]).await;
    server.judges(verdicts(&[true, false]));
    let (written, spent) = write(&server.client()).await;
    let written = written.unwrap();
    assert_eq!(written.brief.summary.sentences, GOOD[..1]);
    assert_eq!(written.answer["sentences"], json!(GOOD[..1]), "what is asked once is paid once");
    assert_eq!((spent.tokens_in, spent.tokens_out, spent.rejected), (1_800, 160, vec!["untold"]));
    let asked = server.judged.lock().unwrap().0.clone();
    assert_eq!(asked.len(), 1);
    let user = asked[0]["messages"][1]["content"].as_str().unwrap();
    assert!(user.contains(&format!("1. {}\n2. {}", GOOD[0], GOOD[1])), "{user}");
    assert!(user.contains("Karelia closed the strait") && !user.contains("resigned"), "{user}");
}

#[tokio::test]
async fn a_summary_that_is_taken_back_leaves_the_extract() {
    let server = Server::start(vec![Does::Says(good())]).await;
    server.judges(verdicts(&[false, false]));
    assert_eq!(write(&server.client()).await.0, Err(Error::Rejected));
}

#[tokio::test]
async fn a_verdict_that_cannot_be_read_leaves_what_the_checks_decided() {
    for does in [
        Does::Says("Both are fine, I think.".to_owned()),
        Does::Says(good()),
        Does::CutOff(json!({"verdicts": [{"number": 1, "told": false}]}).to_string()),
        Does::Raw("{}".to_owned()),
        verdicts(&[]),
    ] {
        let server = Server::start(vec![Does::Says(good())]).await;
        server.judges(does.clone());
        assert_eq!(write(&server.client()).await.0.unwrap().brief.summary.sentences, GOOD, "{does:?}");
    }
}

#[tokio::test]
async fn without_an_answer_nothing_is_shown() {
    for (does, due) in [
        (Does::Status(401, &[], "no"), Error::Key(401)),
        (Does::Status(429, &[("retry-after", "0")], "slow down"), Error::RateLimited),
        (Does::Hangs, Error::TimedOut(0)),
    ] {
        let server = Server::start(vec![Does::Says(good())]).await;
        server.judges(does.clone());
        let settings = Settings { timeout: Duration::from_millis(400), ..server.settings() };
        let (written, spent) = write(&Client::new(settings).unwrap()).await;
        assert_eq!(written, Err(due), "{does:?}");
        assert_eq!(spent.tokens_in, 900, "what was asked is counted");
    }
}

#[tokio::test]
async fn what_the_checks_refuse_a_verdict_cannot_bring_back() {
    let bad = "Norland will send 9,000 troops to the Varna strait this year, Erik Halvorsen said on Tuesday.";
    let server = Server::start(vec![Does::Says(sentences(&[GOOD[0], bad]))]).await;
    server.judges(verdicts(&[true, true, true]));
    assert_eq!(write(&server.client()).await.0.unwrap().brief.summary.sentences, GOOD[..1]);
}
