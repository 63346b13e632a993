//! A line about what was wrong in an earlier digest.

use serde::{Deserialize, Serialize};

use crate::view::text::fitting::{marked, shortened};
use crate::view::{Fill, RenderOptions, Rich};

/// What was put right.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Correction {
    /// Headline of the article.
    pub headline: String,
    /// Its address.
    pub url: Option<String>,
    /// The words.
    pub quote: String,
    /// Who was named, and who is named now.
    pub was: Option<String>,
    /// `None`: nobody.
    pub speaker: Option<String>,
    /// Whether the quote is shown no more.
    pub hidden: bool,
}

impl Correction {
    pub(super) fn text(&self, options: &RenderOptions) -> Rich {
        let headline = shortened(&self.headline, 120);
        let headline = match &self.url {
            Some(url) => Rich::new().link(headline, url),
            None => Rich::from(headline),
        };
        let key = match (self.hidden, &self.speaker) {
            (true, _) => "correction-hidden",
            (false, Some(_)) => "correction-speaker",
            (false, None) => "correction-nobody",
        };
        let unknown = || options.locale.word("speaker-unknown");
        let fills = [
            ("headline", Fill::Styled(headline)),
            ("quote", marked(&shortened(&self.quote, 200)).into()),
            ("was", self.was.clone().unwrap_or_else(unknown).into()),
            ("speaker", self.speaker.clone().unwrap_or_else(unknown).into()),
        ];
        options.locale.rich(key, &fills)
    }
}
