//! What a block of declarations says, as far as it matters: of properties, of variables, of what moves.

use std::sync::Arc;

use crate::article::html::styles::property::{Declaration, declared, matters};
use crate::article::html::styles::values::plain;
use crate::article::html::styles::winning::variables::has_variable;

/// A declaration.
#[derive(Debug, Clone)]
pub(in crate::article::html::styles) enum Said {
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
pub(in crate::article::html::styles) struct Open {
    pub(in crate::article::html::styles) name: Arc<str>,
    pub(in crate::article::html::styles) value: Arc<str>,
    pub(in crate::article::html::styles) important: bool,
}

/// A frame by frame description, read from `@keyframes`.
#[derive(Debug, Default)]
pub(in crate::article::html::styles) struct Frames {
    /// What each frame says, and whether it is the last.
    pub(in crate::article::html::styles) frames: Vec<(bool, Vec<Said>)>,
    /// It stands under a condition that is not understood.
    pub(in crate::article::html::styles) conditional: bool,
}

impl Said {
    pub(in crate::article::html::styles) fn is_important(&self) -> bool {
        match self {
            Self::Told(declaration) => declaration.important,
            Self::Open(open) | Self::Variable(open) | Self::Moves(open) | Self::WrittenBy(open) => {
                open.important
            }
            Self::Written(_) => false,
        }
    }

    /// Steps that reading it for an element takes.
    pub(in crate::article::html::styles) fn cost(&self) -> usize {
        match self {
            Self::Open(open) | Self::Moves(open) => 20 + open.value.len() / 4,
            _ => 1,
        }
    }

    /// Whether it may hide.
    pub(in crate::article::html::styles) fn may_hide(&self) -> bool {
        match self {
            Self::Told(declaration) => declaration.may_hide(),
            Self::Open(_) | Self::Moves(_) => true,
            Self::Variable(_) | Self::Written(_) | Self::WrittenBy(_) => false,
        }
    }
}

/// Whether a declaration of this name matters.
pub(in crate::article::html::styles) fn is_told(name: &str) -> bool {
    name.starts_with("--") || name == "content" || matters(name) || motion(name).is_some()
}

/// What a property of animations is called behind its first word; nothing for the shorthand.
pub(in crate::article::html::styles) fn motion(name: &str) -> Option<&str> {
    let rest = name.strip_prefix("-webkit-").unwrap_or(name).strip_prefix("animation")?;
    if rest.is_empty() { Some("") } else { rest.strip_prefix('-') }
}

/// Reads a declaration.
pub(in crate::article::html::styles) fn said(name: &str, value: &str, important: bool) -> Vec<Said> {
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
pub(in crate::article::html::styles) fn has_letters(value: &str) -> bool {
    let quoted = value.split(['"', '\'']).skip(1).step_by(2);
    let lettered = |text: &str| {
        let letters = text.chars().filter(|c| c.is_alphabetic());
        letters.clone().count() > 1 || letters.clone().any(|c| !c.is_ascii())
    };
    let taken = value.to_ascii_lowercase();
    quoted.into_iter().any(lettered) || taken.contains("attr(")
}
