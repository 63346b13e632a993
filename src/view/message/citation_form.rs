//! Forms in which an article is cited.

/// A form in which an article is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CitationForm {
    /// For LaTeX.
    BibTex,
    /// For reference managers.
    Ris,
}

impl CitationForm {
    /// All forms.
    pub const ALL: [Self; 2] = [Self::BibTex, Self::Ris];

    /// Its name, on the button and in its data.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::BibTex => "BibTeX",
            Self::Ris => "RIS",
        }
    }
}
