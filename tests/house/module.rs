//! One file as a module: what it defines, what it brings in, and every path it names.

use std::collections::{BTreeMap, BTreeSet};

use crate::code::{closing, code};
use crate::lexer::{Kind, Token};
use crate::sources::File;

/// A source file with what it defines, brings in and names.
pub(crate) struct Module {
    pub(crate) file: String,
    /// Items the file itself defines at its first level.
    pub(crate) defined: BTreeSet<String>,
    /// What `use` brings in: the name here, and the path.
    pub(crate) bound: BTreeMap<String, Vec<String>>,
    /// Paths of `use …::*`.
    pub(crate) globs: Vec<Vec<String>>,
    pub(crate) mentions: Vec<Mention>,
    /// Methods it gives to types by `impl path::Type {…}`: the path, and their names.
    pub(crate) gifts: Vec<(Vec<String>, Vec<String>)>,
    /// Methods it calls, with the line of a call.
    pub(crate) calls: BTreeMap<String, usize>,
}

/// A place that names something by a path.
pub(crate) struct Mention {
    pub(crate) path: Vec<String>,
    /// Names of the inline modules it stands in.
    pub(crate) inside: Vec<String>,
    pub(crate) line: usize,
}

/// One leaf of a `use`.
struct Leaf {
    path: Vec<String>,
    name: String,
    line: usize,
}

impl Module {
    pub(crate) fn read(file: &File) -> Self {
        let all = code(&file.text);
        let mut module = Self {
            file: file.path.clone(),
            defined: BTreeSet::new(),
            bound: BTreeMap::new(),
            globs: Vec::new(),
            mentions: Vec::new(),
            gifts: gifts(&all),
            calls: calls(&all),
        };
        // (name of an inline module, place of its closing brace)
        let mut inside: Vec<(String, usize)> = Vec::new();
        let mut handed_on = BTreeSet::new();
        let (mut at, mut depth) = (0, 0_usize);
        while let Some(token) = all.get(at) {
            inside.retain(|(_, end)| at < *end);
            match &token.kind {
                Kind::Sign('{') => depth += 1,
                Kind::Sign('}') => depth = depth.saturating_sub(1),
                Kind::Name(word) if word == "use" => {
                    let end = (at..all.len()).find(|end| all[*end].is(';')).unwrap_or(all.len());
                    let public = at > 0 && (all[at - 1].is_name("pub") || all[at - 1].is(')'));
                    module.bind(&all[at + 1..end], public, &inside, &mut handed_on);
                    at = end;
                }
                Kind::Name(word) if DEFINING.contains(&word.as_str()) => {
                    let name = all.get(at + 1).and_then(Token::name).unwrap_or_default();
                    if word == "mod" && all.get(at + 2).is_some_and(|next| next.is('{')) {
                        inside.push((name.to_owned(), closing(&all, at + 2)));
                    }
                    let declares = word == "mod" && all.get(at + 2).is_some_and(|next| next.is(';'));
                    if depth == 0 && !declares {
                        module.defined.insert(name.to_owned());
                    }
                    // `const fn` and `static mut` go on with the name behind
                    at += usize::from(!["", "fn", "mut", "unsafe", "async"].contains(&name));
                }
                Kind::Name(_) if !all[..at].last().is_some_and(|before| before.is('.')) => {
                    let path = path_at(&all, at);
                    let called = all.get(at + 1).is_some_and(|next| next.is('(') || next.is('!'));
                    let type_like = path[0].starts_with(char::is_uppercase);
                    if path.len() > 1 || (handed_on.contains(&path[0]) && (called || type_like)) {
                        let inside = inside.iter().map(|(name, _)| name.clone()).collect();
                        at += 2 * (path.len() - 1);
                        module.mentions.push(Mention { path, inside, line: token.line });
                    }
                }
                _ => {}
            }
            at += 1;
        }
        module
    }

    fn bind(
        &mut self,
        tree: &[Token],
        public: bool,
        inside: &[(String, usize)],
        handed_on: &mut BTreeSet<String>,
    ) {
        let mut found = Vec::new();
        leaves(tree, &[], &mut found);
        for mut leaf in found {
            if leaf.name == "*" {
                self.globs.push(leaf.path.clone());
                leaf.path.push("*".to_owned());
            } else {
                self.bound.insert(leaf.name.clone(), leaf.path.clone());
            }
            if public {
                handed_on.insert(leaf.name);
            } else {
                let inside = inside.iter().map(|(name, _)| name.clone()).collect();
                self.mentions.push(Mention { path: leaf.path, inside, line: leaf.line });
            }
        }
    }
}

/// The methods of inherent `impl` blocks, with the path of the type.
fn gifts(all: &[Token]) -> Vec<(Vec<String>, Vec<String>)> {
    let mut found = Vec::new();
    for at in (0..all.len()).filter(|at| all[*at].is_name("impl")) {
        let Some(open) = (at..all.len()).find(|open| all[*open].is('{') || all[*open].is(';')) else { break };
        let head = &all[at + 1..open];
        // `impl<T: Bound> path::Type<T> where …`: the first name outside of the angle brackets begins the path
        let mut depth = 0_i32;
        let start = head.iter().position(|token| {
            depth += i32::from(token.is('<')) - i32::from(token.is('>'));
            depth == 0 && token.name().is_some()
        });
        let inherent = !head.iter().any(|token| token.is_name("for"));
        let (Some(start), true) = (start, inherent && all[open].is('{')) else { continue };
        let block = &all[open..closing(all, open)];
        let methods = block.windows(2).filter(|two| two[0].is_name("fn")).filter_map(|two| two[1].name());
        found.push((path_at(head, start), methods.map(str::to_owned).collect()));
    }
    found
}

/// The names called as `.name(` or `Self::name(`.
fn calls(all: &[Token]) -> BTreeMap<String, usize> {
    let called = |four: &&[Token]| {
        let receiver = four[1].is('.') || four[0].is_name("Self") && four[1].kind == Kind::Path;
        receiver && (four[3].is('(') || four[3].kind == Kind::Path)
    };
    let named = |four: &[Token]| Some((four[2].name()?.to_owned(), four[2].line));
    all.windows(4).filter(called).filter_map(named).collect()
}

const DEFINING: [&str; 8] = ["fn", "struct", "enum", "trait", "type", "const", "static", "mod"];

/// The path that begins at a name: `a::b::c`.
fn path_at(all: &[Token], at: usize) -> Vec<String> {
    let mut path: Vec<String> = all[at].name().map(str::to_owned).into_iter().collect();
    let mut place = at;
    while all.get(place + 1).is_some_and(|next| next.kind == Kind::Path) {
        let Some(name) = all.get(place + 2).and_then(Token::name) else { break };
        path.push(name.to_owned());
        place += 2;
    }
    path
}

/// Spreads `a::{b, c::{self, d as e}}` into its leaves.
fn leaves(tree: &[Token], before: &[String], found: &mut Vec<Leaf>) {
    let (mut path, mut at) = (before.to_vec(), 0);
    while let Some(token) = tree.get(at) {
        match &token.kind {
            Kind::Sign('{') => {
                let end = closing(tree, at);
                for part in tree[at + 1..end].split_at_commas() {
                    leaves(part, &path, found);
                }
                return;
            }
            Kind::Sign('*') => return found.push(Leaf { path, name: "*".to_owned(), line: token.line }),
            Kind::Name(word) if word == "as" => {
                let name = tree.get(at + 1).and_then(Token::name).unwrap_or_default().to_owned();
                return found.push(Leaf { path, name, line: token.line });
            }
            Kind::Name(word) if word == "self" && !path.is_empty() => {}
            Kind::Name(word) => path.push(word.clone()),
            _ => {}
        }
        at += 1;
    }
    if let (Some(name), Some(token)) = (path.last().cloned(), tree.first()) {
        found.push(Leaf { path, name, line: token.line });
    }
}

trait SplitAtCommas {
    fn split_at_commas(&self) -> Vec<&Self>;
}

impl SplitAtCommas for [Token] {
    /// The parts between commas that stand in no bracket.
    fn split_at_commas(&self) -> Vec<&Self> {
        let (mut parts, mut start, mut at) = (Vec::new(), 0, 0);
        while at < self.len() {
            if self[at].is(',') {
                parts.push(&self[start..at]);
                start = at + 1;
            } else if self[at].is('{') {
                at = closing(self, at);
            }
            at += 1;
        }
        parts.push(&self[start..]);
        parts
    }
}
