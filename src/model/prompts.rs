//! The prompts of `prompts/`, each with its version.
//!
//! In: what a template names. Out: text. A template that names something else than it is given does not render; a
//! change of a template's words needs a new version, which a test holds by their hash.

use std::sync::LazyLock;

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, UndefinedBehavior};
use serde::Serialize;
use serde_json::Value;

use super::Error;

/// Version of the prompts a summary is made with; stored with every brief it makes.
pub const SUMMARY_VERSION: &str = "summary/1";

/// Name and text of every template.
const TEMPLATES: [(&str, &str); 3] = [
    ("summary.system", include_str!("../../prompts/summary.system.jinja")),
    ("summary.user", include_str!("../../prompts/summary.user.jinja")),
    ("repair.user", include_str!("../../prompts/repair.user.jinja")),
];

/// Text of the schema of a summary.
const SUMMARY_SCHEMA: &str = include_str!("../../prompts/summary.schema.json");

static TEMPLATED: LazyLock<Result<Environment<'static>, String>> = LazyLock::new(|| {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let syntax = SyntaxConfig::builder().trim_blocks(true).build().map_err(|fault| fault.to_string())?;
    environment.set_syntax(syntax);
    environment.set_auto_escape_callback(|_name| minijinja::AutoEscape::None);
    for (name, text) in TEMPLATES {
        environment.add_template(name, text).map_err(|fault| format!("{name}: {fault}"))?;
    }
    Ok(environment)
});

/// What the prompts of a summary name.
#[derive(Debug, Clone, Serialize)]
pub struct Summary {
    /// English name of the language to write in.
    pub language: String,
    /// Random, so that a page cannot close the block it stands in.
    pub nonce: String,
    /// The quotes, numbered from 1.
    pub quotes: Vec<Listed>,
    /// Some quote lists candidates.
    pub speakers: bool,
    /// The article's words.
    pub article: String,
}

/// A quote as the model sees it.
#[derive(Debug, Clone, Serialize)]
pub struct Listed {
    /// Its number.
    pub number: usize,
    /// Its words.
    pub text: String,
    /// Who said it, when that is sure.
    pub speaker: Option<String>,
    /// Who may have said it, when it is not.
    pub candidates: Vec<String>,
}

/// What the prompt of a repair names.
#[derive(Debug, Clone, Serialize)]
pub struct Repair {
    /// What cannot be shown.
    pub faults: Vec<Fault>,
}

/// A sentence that failed a check, and why.
#[derive(Debug, Clone, Serialize)]
pub struct Fault {
    /// The sentence.
    pub sentence: String,
    /// Why it cannot be shown.
    pub why: String,
}

/// Renders a template.
///
/// # Errors
/// [`Error::Prompt`] when it does not exist, or names what it is not given.
pub fn render(name: &str, with: impl Serialize) -> Result<String, Error> {
    let environment = TEMPLATED.as_ref().map_err(|fault| Error::Prompt(fault.clone()))?;
    let template = environment.get_template(name).map_err(|fault| Error::Prompt(fault.to_string()))?;
    let text =
        template.render(minijinja::value::Serde(with)).map_err(|fault| Error::Prompt(fault.to_string()))?;
    Ok(text.trim().to_owned())
}

/// The schema of a summary.
///
/// # Errors
/// [`Error::Prompt`] when the file is not JSON.
pub fn summary_schema() -> Result<Value, Error> {
    serde_json::from_str(SUMMARY_SCHEMA).map_err(|fault| Error::Prompt(format!("summary.schema: {fault}")))
}

/// Renders every prompt against a sample and checks the schema; one line each, wrong ones as errors.
#[must_use]
pub fn check() -> Vec<Result<String, String>> {
    let summary = sample();
    let repair = Repair { faults: vec![Fault { sentence: "S".into(), why: "W".into() }] };
    let mut lines: Vec<Result<String, String>> = TEMPLATES
        .iter()
        .map(|(name, _)| {
            let rendered =
                if name.starts_with("repair") { render(name, &repair) } else { render(name, &summary) };
            let text = rendered.map_err(|fault| format!("{name}: {fault}"))?;
            Ok(format!("{name}: {SUMMARY_VERSION}, {} characters", text.chars().count()))
        })
        .collect();
    lines.push(check_schema());
    lines
}

/// Every property is required and nothing else may stand there: what strict servers ask of a schema.
fn check_schema() -> Result<String, String> {
    let schema = summary_schema().map_err(|fault| fault.to_string())?;
    let mut open = vec![("summary.schema".to_owned(), &schema)];
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
    Ok(format!("summary.schema: valid, {objects} objects"))
}

fn sample() -> Summary {
    let listed = |number, speaker: Option<&str>, candidates: &[&str]| Listed {
        number,
        text: "We have no plans to close the pier.".to_owned(),
        speaker: speaker.map(str::to_owned),
        candidates: candidates.iter().map(|&name| name.to_owned()).collect(),
    };
    Summary {
        language: "English".to_owned(),
        nonce: "0123456789abcdef".to_owned(),
        quotes: vec![listed(1, Some("Ida Lund"), &[]), listed(2, None, &["Ida Lund", "Per Dahl"])],
        speakers: true,
        article: "The harbour council agreed on Tuesday to reopen the ferry line.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn every_prompt_renders_and_the_schema_is_strict() {
        let lines = check();
        assert_eq!(lines.len(), TEMPLATES.len() + 1);
        assert!(lines.iter().all(Result::is_ok), "{lines:?}");
    }

    #[test]
    fn a_prompt_that_names_what_it_is_not_given_does_not_render() {
        assert!(render("summary.system", Repair { faults: Vec::new() }).is_err());
        assert!(render("no.such", ()).is_err());
    }

    #[test]
    fn the_user_prompt_lists_quotes_and_fences_the_article() {
        insta::assert_snapshot!(render("summary.user", sample()).unwrap(), @r"
        Quotations of the article:
        1. “We have no plans to close the pier.” (Ida Lund)
        2. “We have no plans to close the pier.” (speaker not sure; candidates: 1 Ida Lund; 2 Per Dahl)
        <article-0123456789abcdef>
        The harbour council agreed on Tuesday to reopen the ferry line.
        </article-0123456789abcdef>

        Summarise the article above as the rules say.
        ");
    }

    /// A change of the words needs a new `SUMMARY_VERSION`, or old answers would be taken for new ones.
    #[test]
    fn the_words_of_a_version_do_not_change() {
        let mut hash = Sha256::new();
        TEMPLATES.iter().for_each(|(_, text)| hash.update(text));
        hash.update(SUMMARY_SCHEMA);
        let words: String = hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        insta::assert_snapshot!(format!("{SUMMARY_VERSION} {words}"), @"summary/1 9fc4589b3ce6");
    }
}
