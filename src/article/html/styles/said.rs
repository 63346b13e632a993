//! What a block of declarations says, as far as it matters: of properties, of variables, of what moves.

use std::sync::Arc;

use super::property::{Declaration, declared, matters};
use super::values::plain;
use super::variables::has_variable;

/// A declaration.
#[derive(Debug, Clone)]
pub(super) enum Said {
    /// Of a property, its value read.
    Told(Declaration),
    /// Its value has variables.
    Open(Open),
    /// It gives a variable its value.
    Variable(Open),
    /// It is about an animation.
    Moves(Open),
    /// What is written before or behind an element, and whether it has letters.
    Written(bool),
    /// The same, where it hangs on variables.
    WrittenBy(Open),
}

/// A declaration whose value is not read yet.
#[derive(Debug, Clone)]
pub(super) struct Open {
    pub(super) name: Arc<str>,
    pub(super) value: Arc<str>,
    pub(super) important: bool,
}

impl Said {
    pub(super) fn is_important(&self) -> bool {
        match self {
            Self::Told(declaration) => declaration.important,
            Self::Open(open) | Self::Variable(open) | Self::Moves(open) | Self::WrittenBy(open) => {
                open.important
            }
            Self::Written(_) => false,
        }
    }

    /// Steps that reading it for an element takes.
    pub(super) fn cost(&self) -> usize {
        match self {
            Self::Open(_) | Self::Moves(_) => 20,
            _ => 1,
        }
    }

    /// Whether it may hide.
    pub(super) fn may_hide(&self) -> bool {
        match self {
            Self::Told(declaration) => declaration.may_hide(),
            Self::Open(_) | Self::Moves(_) => true,
            Self::Variable(_) | Self::Written(_) | Self::WrittenBy(_) => false,
        }
    }
}

/// Whether a declaration of this name matters.
pub(super) fn is_told(name: &str) -> bool {
    name.starts_with("--") || name == "content" || matters(name) || motion(name).is_some()
}

/// What a property of animations is called behind its first word; nothing for the shorthand.
pub(super) fn motion(name: &str) -> Option<&str> {
    let rest = name.strip_prefix("-webkit-").unwrap_or(name).strip_prefix("animation")?;
    if rest.is_empty() { Some("") } else { rest.strip_prefix('-') }
}

/// Reads a declaration.
pub(super) fn said(name: &str, value: &str, important: bool) -> Vec<Said> {
    let open = |value: &str| Open { name: name.into(), value: value.into(), important };
    if name.starts_with("--") {
        return vec![Said::Variable(open(&plain(value)))];
    }
    if motion(name).is_some() {
        return vec![Said::Moves(open(plain(value).trim()))];
    }
    if name == "content" {
        let spelt = plain(value);
        let written = has_letters(&spelt);
        return vec![if !written && has_variable(&spelt) {
            Said::WrittenBy(open(&spelt))
        } else {
            Said::Written(written)
        }];
    }
    if !matters(name) {
        return Vec::new();
    }
    let spelt = plain(value);
    if has_variable(&spelt) {
        return vec![Said::Open(open(&spelt))];
    }
    declared(name, value, important).into_iter().map(Said::Told).collect()
}

/// Whether what a style writes has letters: one from ASCII alone is a picture of a font.
pub(super) fn has_letters(value: &str) -> bool {
    let quoted = value.split(['"', '\'']).skip(1).step_by(2);
    let lettered = |text: &str| {
        let letters = text.chars().filter(|c| c.is_alphabetic());
        letters.clone().count() > 1 || letters.clone().any(|c| !c.is_ascii())
    };
    let taken = value.to_ascii_lowercase();
    quoted.into_iter().any(lettered) || taken.contains("attr(")
}
