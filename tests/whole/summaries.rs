//! Summaries by a model, through the whole program: whatever the model does, what is shown is true and comes in time.

use crate::model::{Does, Model, NAME, first};
use crate::telegram::Call;
use crate::web::headline;
use crate::world::{ADA, World};

/// How the summary was made; with a capital where the line begins so.
const BY_MODEL: &str = "ummary: written by tiny-1, checked against the article";
const EXTRACT: &str = "ummary: sentences from the article";

/// Words of bad answers; none of them may ever be sent.
const NEVER: [&str; 4] = ["scandal", "Petrov", "Норландия", "for ever"];

/// What the model does about an article, who then wrote the summary on the card, and how often the model was asked.
const CASES: [(u32, Does, &str, usize); 12] = [
    (2, Does::Good, BY_MODEL, 1),
    (3, Does::CutOff, EXTRACT, 1),
    (4, Does::Prose, EXTRACT, 1),
    (5, Does::BusyOnce, BY_MODEL, 2),
    (6, Does::Mends, BY_MODEL, 2),
    (
        7,
        Does::Says("Foreign Minister Ilan Dorev resigned over a bribe scandal in the capital on Monday."),
        BY_REST,
        1,
    ),
    (
        8,
        Does::Says("Таврия и Норландия договорились в понедельник открыть переход номер 8 для грузовиков."),
        BY_REST,
        1,
    ),
    (
        9,
        Does::Says(
            "“Crossing number 9 will stay open for ever,” Foreign Minister Ilan Dorev told reporters.",
        ),
        BY_REST,
        1,
    ),
    (
        10,
        Does::Says(
            "Petrov said crossing number 10 will stay open day and night for as long as people need it.",
        ),
        BY_REST,
        1,
    ),
    (11, Does::Hangs, EXTRACT, 1),
    (12, Does::Status(401), EXTRACT, 1),
    (13, Does::NoSchema, BY_MODEL, 2),
];

/// The bad sentence is dropped and the good one beside it stays.
const BY_REST: &str = BY_MODEL;

#[tokio::test]
async fn whatever_the_model_does_a_true_card_comes() {
    let model = Model::start().await;
    let operator = ADA.to_string();
    let more = [("ATTACHE_LLM_TIMEOUT_SECONDS", "2"), ("ATTACHE_OPERATOR_CHATS", operator.as_str())];
    let world = World::start_with(&model.settings(&more)).await;
    world.web.put_feed([1]);
    world.ada_follows_the_feed().await;
    world.ada_wants_cards_at_once().await;
    for (n, does, ..) in CASES {
        model.does(n, does);
    }
    for batch in CASES.chunks(4) {
        let last = batch.last().map_or(1, |case| case.0);
        world.web.put_feed((1..=last).rev());
        for (n, does, writer, asked) in batch {
            let card = card(&world, *n).await;
            assert!(card.text().contains(writer), "{does:?}: {}", card.text());
            assert_eq!(model.asked(*n), *asked, "{does:?}");
            let shows_own = card.text().contains(&first(*n));
            assert_eq!(
                shows_own,
                matches!(does, Does::Good | Does::BusyOnce | Does::Mends | Does::NoSchema),
                "{does:?}"
            );
        }
    }
    let all = world.telegram.calls(|call| call.accepted);
    for word in NEVER {
        assert!(all.iter().all(|call| !call.text().contains(word)), "{word}");
    }
    settings_choose(&world, &model).await;
}

/// One article, briefed once, in three ways; and what the operator sees of it.
async fn settings_choose(world: &World, model: &Model) {
    let link = world.web.url("/news/2");
    asks(world, "/settings summary extractive", "Summaries").await;
    let card = asks(world, &format!("/summary {link}"), &headline(2)).await;
    assert!(card.text().contains(EXTRACT), "{}", card.text());
    asks(world, "/settings summary llm", NAME).await;
    let card = asks(world, &format!("/summary {link}"), &headline(2)).await;
    assert!(card.text().contains(BY_MODEL) && model.asked(2) == 1, "{}", card.text());
    let status = asks(world, "/status", "Model: tiny-1").await;
    for words in ["of 200000 tokens", "written", "late 1", "failed", "name"] {
        assert!(status.text().contains(words), "{words}: {}", status.text());
    }
    asks(world, "/settings language ru", "Язык").await;
    let card = asks(world, &format!("/summary {link}"), &headline(2)).await;
    for words in [
        "Правительства Таврии",
        "в переводе модели tiny-1",
        "Перевод модели tiny-1: Переход номер 2",
        "“Crossing number 2 will stay",
    ] {
        assert!(card.text().contains(words), "{words}: {}", card.text());
    }
}

#[tokio::test]
async fn the_digest_comes_at_its_minute_though_the_model_hangs() {
    let model = Model::start().await;
    for n in 1..=3 {
        model.does(n, Does::Hangs);
    }
    let more = [("ATTACHE_CLOCK_START", "2026-09-14T07:59:30Z")];
    let world = World::start_with(&model.settings(&more)).await;
    world.web.put_feed([1]);
    world.ada_follows_the_feed().await;
    world.web.put_feed([3, 2, 1]);
    let digest = world.telegram.wait_for(ADA, "Foreign policy digest").await;
    assert!(digest.text().contains("14 Sep, 08:00"), "{}", digest.text());
    assert!(digest.text().contains(&headline(1)), "{}", digest.text());
    assert!(model.asked(1) > 0, "the model was asked");
}

#[tokio::test]
async fn when_the_days_tokens_are_spent_the_digest_says_so() {
    let model = Model::start().await;
    let more = [("ATTACHE_CLOCK_START", "2026-09-14T07:59:30Z"), ("ATTACHE_LLM_DAILY_TOKENS", "900")];
    let world = World::start_with(&model.settings(&more)).await;
    world.web.put_feed([1]);
    world.ada_follows_the_feed().await;
    world.web.put_feed([2, 1]);
    let digest = world.telegram.wait_for(ADA, "Foreign policy digest").await;
    for words in
        [first(1).as_str(), "Summaries by tiny-1", "Today’s allowance for the language model is used up"]
    {
        assert!(digest.text().contains(words), "{words}: {}", digest.text());
    }
    assert_eq!((model.asked(1), model.asked(2)), (1, 0));
}

async fn card(world: &World, n: u32) -> Call {
    world.telegram.wait_for(ADA, &headline(n)).await
}

/// Ada asks, and waits for a new message that holds `words`.
async fn asks(world: &World, question: &str, words: &str) -> Call {
    let answers = |call: &Call| call.accepted && call.chat == ADA && call.text().contains(words);
    let before = world.telegram.calls(answers).len();
    world.telegram.says(ADA, question);
    world.telegram.wait(before + 1, words, answers).await.pop().unwrap()
}
