//! How far styles are looked at, and by what a page is surrounded.

/// Width of the window a page is looked at in, in pixels.
pub(super) const WINDOW: f32 = 1280.0;
/// The most steps of matching selectors and reading what they say on a page.
pub(super) const STEPS: u64 = 4_000_000;
/// The share of a page's running text from which what hides it is taken for a state that passes.
pub(super) const MOST: f32 = 0.6;

/// What a page takes from elsewhere.
#[derive(Clone, Copy)]
pub(super) struct Surroundings {
    /// Scripts, which may change what its sheets say.
    pub(super) scripts: bool,
    /// Sheets in other files.
    pub(super) sheets: bool,
}
