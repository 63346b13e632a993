//! The one door to the translation engine; what it loads may be broken, so a panic in it is an error.

use std::path::Path;

use crate::text::{self, Language, Span};

/// A model in memory.
pub(super) struct Engine(inner::Inner);

impl Engine {
    /// Loads the model of a folder of the shelf.
    ///
    /// # Errors
    /// One line.
    pub(super) fn load(folder: &Path) -> Result<Self, String> {
        runs_here()?;
        inner::guarded(|| inner::load(folder)).and_then(|loaded| loaded).map(Self)
    }

    /// Translates one sentence; `None` where the engine makes nothing of it.
    fn translate(&self, sentence: &str) -> Option<String> {
        let said = inner::guarded(|| inner::translate(&self.0, sentence)).ok()?;
        let said = said.trim();
        (!said.is_empty()).then(|| said.to_owned())
    }

    /// Translates a text sentence by sentence.
    pub(super) fn translated(&self, from: Language, words: &str) -> Option<String> {
        let sentences = text::sentences(words, Span::whole(words), from);
        let said: Option<Vec<String>> =
            sentences.into_iter().map(|sentence| self.translate(sentence.of(words))).collect();
        said.map(|said| said.join(" ")).filter(|said| !said.is_empty())
    }

    /// Loads a model and translates a word with it, to see that it can be used.
    ///
    /// # Errors
    /// One line.
    pub(super) fn tried(folder: &Path) -> Result<(), String> {
        let said = Self::load(folder)?.translate("2026").ok_or("it translates nothing")?;
        if said.chars().count() > 60 { Err("it translates to noise".to_owned()) } else { Ok(()) }
    }
}

/// What computes: `avx2`, `i8mm+neon64`, or `scalar`, which takes three to six times as long; `none` where the program was
/// built without.
#[must_use]
pub fn kernel() -> &'static str {
    inner::kernel()
}

/// Whether this processor can run the engine as it was built.
///
/// # Errors
/// One line that says why not.
pub fn runs_here() -> Result<(), String> {
    let lacks = match kernel() {
        "none" => return Err("this program was built without the feature `translation`".to_owned()),
        #[cfg(target_arch = "x86_64")]
        "avx2" if !std::arch::is_x86_feature_detected!("avx2") => "AVX2",
        #[cfg(target_arch = "aarch64")]
        name if name.contains("i8mm") && !std::arch::is_aarch64_feature_detected!("i8mm") => "I8MM",
        _ => return Ok(()),
    };
    Err(format!("this processor lacks {lacks}, which the engine was built for"))
}

#[cfg(feature = "translation")]
mod inner {
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::path::Path;

    use fxtranslate::{engine, gemm};

    pub(super) type Inner = engine::Engine;

    /// Without the shortlist of words some models bring: with it a model takes a third more memory and no less time.
    pub(super) fn load(folder: &Path) -> Result<Inner, String> {
        let source = folder.join("source.spm");
        let target = folder.join("target.spm");
        let target = if target.exists() { &target } else { &source };
        Inner::load(folder.join("model.bin"), &source, target)
    }

    pub(super) fn translate(engine: &Inner, sentence: &str) -> String {
        engine.translate_long(sentence)
    }

    /// Nothing is kept of an engine after a panic but what it was loaded with, which is not written to.
    pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
        catch_unwind(AssertUnwindSafe(work)).map_err(|_panic| "its files are broken".to_owned())
    }

    pub(super) fn kernel() -> &'static str {
        gemm::backend()
    }
}

#[cfg(not(feature = "translation"))]
mod inner {
    use std::path::Path;

    pub(super) enum Inner {}

    pub(super) fn load(_folder: &Path) -> Result<Inner, String> {
        Err("this program was built without the feature `translation`".to_owned())
    }

    pub(super) fn translate(engine: &Inner, _sentence: &str) -> String {
        match *engine {}
    }

    pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
        Ok(work())
    }

    pub(super) fn kernel() -> &'static str {
        "none"
    }
}
