//! What a page says of its article, as written.

use super::site_name::Outlet;

/// What is said of an article, as written.
#[derive(Debug, Clone, Default)]
pub(in crate::article) struct Facts {
    pub(in crate::article) headline: Option<String>,
    pub(in crate::article) dek: Option<String>,
    /// Names as told.
    pub(in crate::article) authors: Vec<String>,
    /// The same with the houses among them.
    pub(in crate::article) signers: Vec<String>,
    /// The people among the authors.
    pub(in crate::article) byline: Option<String>,
    /// Whom a page is signed with, where nothing names a person.
    pub(in crate::article) signed: Option<String>,
    pub(in crate::article) site: Option<String>,
    /// Readable instants that are called the time of publication, the surest first.
    pub(in crate::article) published: Vec<String>,
    /// What a time beside the headline or the byline tells, if it is a readable instant.
    pub(in crate::article) shown: Option<String>,
    /// A readable instant that is only called a date.
    pub(in crate::article) dated: Option<String>,
    /// A readable instant.
    pub(in crate::article) updated: Option<String>,
    pub(in crate::article) language: Option<String>,
    pub(in crate::article) address: Option<String>,
    /// The text, from JSON-LD only.
    pub(in crate::article) body: Option<String>,
    /// Whether it can be read without paying, from JSON-LD only.
    pub(in crate::article) free: Option<bool>,
    /// What the outlet is called.
    pub(in crate::article) outlet: Outlet,
}

impl Facts {
    pub(in crate::article) fn or(self, other: Self) -> Self {
        Self {
            headline: self.headline.or(other.headline),
            dek: self.dek.or(other.dek),
            authors: if self.authors.is_empty() { other.authors } else { self.authors },
            signers: self.signers.into_iter().chain(other.signers).collect(),
            byline: self.byline.or(other.byline),
            signed: self.signed.or(other.signed),
            site: self.site.or(other.site),
            published: self.published.into_iter().chain(other.published).collect(),
            shown: self.shown.or(other.shown),
            dated: self.dated.or(other.dated),
            updated: self.updated.or(other.updated),
            language: self.language.or(other.language),
            address: self.address.or(other.address),
            body: self.body.or(other.body),
            free: self.free.or(other.free),
            outlet: self.outlet,
        }
    }
}
