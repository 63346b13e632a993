//! The prompts of `prompts/`, each with its version.
//!
//! In: what a template names. Out: text. A template that names something else than it is given does not render; a
//! change of a template's words needs a new version, which a test holds by their hash.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Serialize;
use serde_json::Value;

use super::{Error, Question, Turn};

mod check;
mod given;
mod template;

pub use check::check;
pub use given::{Fault, Line, Listed, Numbered, Repair, Summary, Topic, Translation, Verdict};
use template::Template;

/// A question that can be put to a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prompt {
    /// The summary of an article.
    Summary,
    /// Sentences and quotes in another language.
    Translation,
    /// What several articles say about a topic.
    Topic,
    /// Whether an article says what was written about it.
    Verdict,
}

/// The files of one prompt.
struct Files {
    name: &'static str,
    version: &'static str,
    /// Name and text of each template.
    templates: &'static [(&'static str, &'static str)],
    schema: &'static str,
}

const SUMMARY: Files = Files {
    name: "summary",
    version: "summary/2",
    templates: &[
        ("summary.system", include_str!("../../../prompts/summary.system.jinja")),
        ("summary.user", include_str!("../../../prompts/summary.user.jinja")),
        ("repair.user", include_str!("../../../prompts/repair.user.jinja")),
    ],
    schema: include_str!("../../../prompts/summary.schema.json"),
};

const TRANSLATION: Files = Files {
    name: "translation",
    version: "translation/1",
    templates: &[
        ("translation.system", include_str!("../../../prompts/translation.system.jinja")),
        ("translation.user", include_str!("../../../prompts/translation.user.jinja")),
    ],
    schema: include_str!("../../../prompts/translation.schema.json"),
};

const TOPIC: Files = Files {
    name: "topic",
    version: "topic/1",
    templates: &[
        ("topic.system", include_str!("../../../prompts/topic.system.jinja")),
        ("topic.user", include_str!("../../../prompts/topic.user.jinja")),
    ],
    schema: include_str!("../../../prompts/topic.schema.json"),
};

const VERDICT: Files = Files {
    name: "verdict",
    version: "verdict/1",
    templates: &[
        ("verdict.system", include_str!("../../../prompts/verdict.system.jinja")),
        ("verdict.user", include_str!("../../../prompts/verdict.user.jinja")),
    ],
    schema: include_str!("../../../prompts/verdict.schema.json"),
};

impl Prompt {
    const ALL: [Self; 4] = [Self::Summary, Self::Translation, Self::Topic, Self::Verdict];

    fn files(self) -> Files {
        match self {
            Self::Summary => SUMMARY,
            Self::Translation => TRANSLATION,
            Self::Topic => TOPIC,
            Self::Verdict => VERDICT,
        }
    }

    /// Version of its words; stored with all that is made with them.
    #[must_use]
    pub fn version(self) -> &'static str {
        self.files().version
    }

    /// The JSON schema of its answer.
    ///
    /// # Errors
    /// [`Error::Prompt`] when the file is not JSON.
    pub fn schema(self) -> Result<Value, Error> {
        let files = self.files();
        serde_json::from_str(files.schema)
            .map_err(|fault| Error::Prompt(format!("{}.schema: {fault}", files.name)))
    }

    /// The question it makes of what it names, answered in at most `max_tokens`.
    ///
    /// # Errors
    /// [`Error::Prompt`].
    pub fn question(self, with: impl Serialize, max_tokens: u32) -> Result<Question, Error> {
        let name = self.files().name;
        Ok(Question {
            system: render(&format!("{name}.system"), &with)?,
            turns: vec![Turn::User(render(&format!("{name}.user"), &with)?)],
            schema_name: name,
            schema: self.schema()?,
            max_tokens,
        })
    }
}

static TEMPLATES: LazyLock<Result<HashMap<&'static str, Template>, String>> = LazyLock::new(|| {
    let all = Prompt::ALL.into_iter().flat_map(|prompt| prompt.files().templates);
    all.map(|&(name, text)| Ok((name, Template::read(text).map_err(|fault| format!("{name}: {fault}"))?)))
        .collect()
});

/// Renders a template.
///
/// # Errors
/// [`Error::Prompt`] when it does not exist, or names what it is not given.
pub fn render(name: &str, with: impl Serialize) -> Result<String, Error> {
    let templates = TEMPLATES.as_ref().map_err(|fault| Error::Prompt(fault.clone()))?;
    let template = templates.get(name).ok_or_else(|| Error::Prompt(format!("{name}: no such prompt")))?;
    let given = serde_json::to_value(with).map_err(|fault| Error::Prompt(format!("{name}: {fault}")))?;
    let text = template.write(&given).map_err(|fault| Error::Prompt(format!("{name}: {fault}")))?;
    Ok(text.trim().to_owned())
}
