//! Why a quote has the speaker it has: the rule that fired, the other candidates, and why they lost.

use std::fmt;

/// The account of one stretch of words in marks.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// The words.
    pub text: String,
    /// What they were judged to be: a direct or mixed quote, or why they are none.
    pub verdict: String,
    /// The rule that named the speaker.
    pub rule: &'static str,
    /// The speaker as found: the name, or the words of the text.
    pub speaker: Option<String>,
    /// What the other rules found.
    pub candidates: Vec<Candidate>,
}

/// What another rule found.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The rule.
    pub rule: &'static str,
    /// The words it found.
    pub words: String,
    /// Why it lost.
    pub lost: &'static str,
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "“{}”", self.text)?;
        write!(f, "  {}; {}: {}", self.verdict, self.rule, self.speaker.as_deref().unwrap_or("nobody"))?;
        for candidate in &self.candidates {
            write!(f, "\n  not “{}” ({}): {}", candidate.words, candidate.rule, candidate.lost)?;
        }
        Ok(())
    }
}
