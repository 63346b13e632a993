//! Every prompt rendered against a sample, every schema checked.

use serde_json::Value;

use super::{Fault, Line, Listed, Numbered, Prompt, Repair, Summary, Topic, Translation, Verdict, render};

/// Renders every prompt against a sample and checks the schemas; one line each, wrong ones as errors.
#[must_use]
pub fn check() -> Vec<Result<String, String>> {
    let mut lines = Vec::new();
    for prompt in Prompt::ALL {
        let files = prompt.files();
        for (name, _) in files.templates {
            let rendered = sample(name).map_err(|fault| format!("{name}: {fault}"));
            lines.push(
                rendered
                    .map(|text| format!("{name}: {}, {} characters", files.version, text.chars().count())),
            );
        }
        lines.push(schema(prompt));
    }
    lines
}

fn sample(template: &str) -> Result<String, super::Error> {
    match template.split('.').next().unwrap_or_default() {
        "repair" => {
            let fault = Fault { sentence: "S".into(), why: "W".into(), code: "form" };
            render(template, Repair { faults: vec![fault] })
        }
        "translation" => render(template, translation()),
        "topic" => render(template, topic()),
        "verdict" => render(template, verdict()),
        _ => render(template, summary()),
    }
}

/// Every property is required and nothing else may stand there: what strict servers ask of a schema.
fn schema(prompt: Prompt) -> Result<String, String> {
    let root = format!("{}.schema", prompt.files().name);
    let schema = prompt.schema().map_err(|fault| fault.to_string())?;
    let mut open = vec![(root.clone(), &schema)];
    let mut objects = 0;
    while let Some((path, node)) = open.pop() {
        if let Some(properties) = node.get("properties").and_then(Value::as_object) {
            objects += 1;
            let required = node.get("required").and_then(Value::as_array).map_or(0, Vec::len);
            if required != properties.len() || node.get("additionalProperties") != Some(&Value::Bool(false)) {
                return Err(format!("{path}: all properties must be required and no others allowed"));
            }
            open.extend(properties.iter().map(|(name, node)| (format!("{path}.{name}"), node)));
        }
        open.extend(node.get("items").map(|items| (format!("{path}[]"), items)));
    }
    Ok(format!("{root}: valid, {objects} objects"))
}

const NONCE: &str = "0123456789abcdef";
const SENTENCE: &str = "The harbour council agreed on Tuesday to reopen the ferry line.";

fn summary() -> Summary {
    let listed = |number, speaker: Option<&str>| Listed {
        number,
        text: "We have no plans to close the pier.".to_owned(),
        speaker: speaker.map(str::to_owned),
    };
    Summary {
        language: "English".to_owned(),
        nonce: NONCE.to_owned(),
        quotes: vec![listed(1, Some("Ida Lund")), listed(2, None)],
        article: SENTENCE.to_owned(),
    }
}

fn translation() -> Translation {
    Translation {
        from: "English".to_owned(),
        to: "Russian".to_owned(),
        nonce: NONCE.to_owned(),
        lines: vec![Line { number: 1, text: SENTENCE.to_owned() }],
    }
}

fn topic() -> Topic {
    let article =
        |number| Numbered { number, title: "Ferry line reopens".to_owned(), text: SENTENCE.to_owned() };
    Topic {
        language: "English".to_owned(),
        nonce: NONCE.to_owned(),
        topic: "ferry".to_owned(),
        articles: vec![article(1), article(2)],
    }
}

fn verdict() -> Verdict {
    Verdict {
        nonce: NONCE.to_owned(),
        article: SENTENCE.to_owned(),
        lines: vec![Line { number: 1, text: SENTENCE.to_owned() }],
    }
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn every_prompt_renders_and_every_schema_is_strict() {
        let lines = check();
        assert_eq!(lines.len(), 13, "nine templates and four schemas");
        assert!(lines.iter().all(Result::is_ok), "{lines:?}");
    }

    #[test]
    fn a_prompt_that_names_what_it_is_not_given_does_not_render() {
        assert!(render("summary.system", Repair { faults: Vec::new() }).is_err());
        assert!(render("no.such", ()).is_err());
    }

    #[test]
    fn the_user_prompts_number_and_fence_what_is_not_ours() {
        insta::assert_snapshot!(sample("summary.user").unwrap(), @r"
        Quotations of the article:
        1. “We have no plans to close the pier.” (Ida Lund)
        2. “We have no plans to close the pier.”
        <article-0123456789abcdef>
        The harbour council agreed on Tuesday to reopen the ferry line.
        </article-0123456789abcdef>

        Summarise the article above as the rules say.
        ");
        insta::assert_snapshot!(sample("translation.user").unwrap(), @r"
        <lines-0123456789abcdef>
        1. The harbour council agreed on Tuesday to reopen the ferry line.
        </lines-0123456789abcdef>

        Translate the lines above into Russian as the rules say.
        ");
        insta::assert_snapshot!(sample("topic.user").unwrap(), @r"
        <articles-0123456789abcdef>
        Article 1: Ferry line reopens
        The harbour council agreed on Tuesday to reopen the ferry line.

        Article 2: Ferry line reopens
        The harbour council agreed on Tuesday to reopen the ferry line.

        </articles-0123456789abcdef>

        Tell what the articles above report about: ferry
        ");
    }

    #[test]
    fn the_prompt_of_a_verdict_fences_the_article_and_the_sentences() {
        insta::assert_snapshot!(sample("verdict.user").unwrap(), @r"
        <article-0123456789abcdef>
        The harbour council agreed on Tuesday to reopen the ferry line.
        </article-0123456789abcdef>

        <lines-0123456789abcdef>
        1. The harbour council agreed on Tuesday to reopen the ferry line.
        </lines-0123456789abcdef>

        Does the article say exactly this? Judge each numbered sentence as the rules say.
        ");
    }

    /// A change of the words needs a new version, or old answers would be taken for new ones.
    #[test]
    fn the_words_of_a_version_do_not_change() {
        let fingerprint = |prompt: Prompt| {
            let files = prompt.files();
            let mut hash = Sha256::new();
            files.templates.iter().for_each(|(_, text)| hash.update(text));
            hash.update(files.schema);
            let words: String = hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect();
            format!("{} {words}", files.version)
        };
        let all = Prompt::ALL.map(fingerprint).join("\n");
        insta::assert_snapshot!(all, @r"
        summary/2 8d9c76ad9de7
        translation/1 4acfa71b09dd
        topic/1 71da7ed87088
        verdict/1 0a7cbbccc638
        ");
    }
}
