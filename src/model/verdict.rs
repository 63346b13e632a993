//! A second question to the model: does the article say exactly this?
//!
//! In: sentences that have passed the checks, and their article. Out: which of them stand. Invariants: a verdict only
//! takes sentences away; one that cannot be read, or says nothing of a sentence, leaves what the checks decided; where no
//! answer comes, nothing stands.

use serde_json::Value;

use super::excerpt::{excerpt, harmless};
use super::prompts::{self, Line, Prompt};
use super::{Error, Model, Question, Spent, nonce};
use crate::article::Article;
use crate::brief::Quote;

/// Tokens of an answer.
const MOST_TOKENS: u32 = 200;

/// Asks `model` of each sentence whether `article` says it; false where it denies it.
///
/// # Errors
/// The model's, but for an answer that cannot be read.
pub(super) async fn verdicts(
    model: &dyn Model,
    (article, quotes): (&Article, &[Quote]),
    sentences: &[String],
    spent: &mut Spent,
) -> Result<Vec<bool>, Error> {
    let question = question(article, quotes, sentences, &nonce())?;
    match model.ask(&question, spent).await {
        Ok(reply) => Ok(read(&reply.value, sentences.len())),
        Err(Error::Unreadable(_) | Error::Truncated) => Ok(vec![true; sentences.len()]),
        Err(fault) => Err(fault),
    }
}

/// The question of the verdict on numbered sentences.
///
/// # Errors
/// [`Error::Prompt`].
pub(super) fn question(
    article: &Article,
    quotes: &[Quote],
    sentences: &[String],
    nonce: &str,
) -> Result<Question, Error> {
    let line = |(at, text): (usize, &String)| Line { number: at + 1, text: harmless(text, nonce) };
    let given = prompts::Verdict {
        nonce: nonce.to_owned(),
        article: excerpt(article, quotes, nonce),
        lines: sentences.iter().enumerate().map(line).collect(),
    };
    Prompt::Verdict.question(given, MOST_TOKENS)
}

/// Which of `count` sentences stand: all but those that a plain `false` takes away.
fn read(answer: &Value, count: usize) -> Vec<bool> {
    let mut stands = vec![true; count];
    let verdicts = answer.get("verdicts").and_then(Value::as_array).into_iter().flatten();
    for verdict in verdicts {
        let number = verdict.get("number").and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
        let place = number.and_then(|number| number.checked_sub(1));
        if verdict.get("told") == Some(&Value::Bool(false))
            && let Some(sentence) = place.and_then(|place| stands.get_mut(place))
        {
            *sentence = false;
        }
    }
    stands
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_a_plain_no_takes_a_sentence_away() {
        for (answer, stands) in [
            (json!({"verdicts": [{"number": 1, "told": true}, {"number": 2, "told": false}]}), [true, false]),
            (json!({"verdicts": [{"number": 2, "told": "false"}, {"number": 1}]}), [true, true]),
            (json!({"verdicts": [{"number": 0, "told": false}, {"number": 3, "told": false}]}), [true, true]),
            (
                json!({"verdicts": [{"number": -1, "told": false}, {"number": "2", "told": false}]}),
                [true, true],
            ),
            (json!({"verdicts": [{"number": 1, "told": false}, {"number": 1, "told": true}]}), [false, true]),
            (json!({"verdicts": "none"}), [true, true]),
            (json!({"sentences": []}), [true, true]),
        ] {
            assert_eq!(read(&answer, 2), stands, "{answer}");
        }
    }
}
