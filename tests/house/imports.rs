//! Which file uses which: every path in the code is followed to the file that defines what it names.
//!
//! What counts as a use is a name from another file, written as a path or brought in by `use`; a name that a module
//! only hands on (`pub use child::Thing`) belongs to the file that defines it, so a `mod.rs` that declares and
//! re-exports uses none of its children, and who takes `Thing` from it uses the child. A call of a method carries no
//! path and is not seen, except where a file gives methods to a type of another file, and that one calls them.

use std::collections::{BTreeMap, BTreeSet};

use crate::module::Module;
use crate::sources::File;

/// For each file the files it uses, each with the line of a use and what was used.
pub(crate) type Uses = BTreeMap<String, BTreeMap<String, String>>;

/// Reads who uses whom among `files`.
pub(crate) fn uses(files: &[File]) -> Uses {
    let modules: BTreeMap<Vec<String>, Module> =
        files.iter().map(|file| (module_path(&file.path), Module::read(file))).collect();
    let mut uses = Uses::new();
    for (path, module) in &modules {
        let found = uses.entry(module.file.clone()).or_default();
        for mention in &module.mentions {
            let mut from = path.clone();
            from.extend(mention.inside.iter().cloned());
            for used in resolve(&modules, &from, &mention.path, 0) {
                if used != module.file {
                    found
                        .entry(used)
                        .or_insert_with(|| format!("{} {}", mention.line, mention.path.join("::")));
                }
            }
        }
    }
    for (path, module) in &modules {
        for (named, methods) in &module.gifts {
            for owner in resolve(&modules, path, named, 0).into_iter().filter(|owner| *owner != module.file) {
                let calls = modules.values().find(|other| other.file == owner).map(|other| &other.calls);
                let call = methods.iter().find_map(|method| Some((method, calls?.get(method)?)));
                if let Some((method, line)) = call {
                    let how = || format!("{line} .{method}()");
                    uses.entry(owner).or_default().entry(module.file.clone()).or_insert_with(how);
                }
            }
        }
    }
    uses
}

/// The groups of files that use each other in a circle.
pub(crate) fn circles(uses: &Uses) -> Vec<Vec<String>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        uses.keys().map(|file| (file.as_str(), reach(uses, file))).collect();
    let mut groups: BTreeSet<Vec<String>> = BTreeSet::new();
    for (file, below) in &reached {
        let both = below.iter().filter(|other| reached.get(*other).is_some_and(|back| back.contains(file)));
        let group: Vec<String> = both.map(|&other| other.to_owned()).collect();
        if group.len() > 1 {
            groups.insert(group);
        }
    }
    groups.into_iter().collect()
}

/// Every file that `file` uses, directly or by way of others.
fn reach<'a>(uses: &'a Uses, file: &'a str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&str> = vec![file];
    while let Some(next) = open.pop() {
        let below = uses.get(next).into_iter().flat_map(BTreeMap::keys);
        open.extend(below.map(String::as_str).filter(|other| reached.insert(*other)));
    }
    reached
}

/// `a/b/mod.rs` and `a/b.rs` are the module `a::b`.
fn module_path(file: &str) -> Vec<String> {
    let stem = file.strip_suffix(".rs").unwrap_or(file);
    let stem = stem.strip_suffix("mod").map_or(stem, |folder| folder.strip_suffix('/').unwrap_or(stem));
    if stem == "lib" { Vec::new() } else { stem.split('/').map(str::to_owned).collect() }
}

/// The files that define what `path` names when written in the module `from`; empty when it is of another crate.
fn resolve(
    modules: &BTreeMap<Vec<String>, Module>,
    from: &[String],
    path: &[String],
    depth: usize,
) -> BTreeSet<String> {
    let mut place = from.to_vec();
    let mut rest = path;
    match path.first().map(String::as_str) {
        Some("crate") => place.clear(),
        Some("self" | "super") => {}
        _ => return look_up(modules, &place, rest, depth, false),
    }
    while let Some((first, more)) = rest.split_first() {
        match first.as_str() {
            "super" => {
                place.pop();
            }
            "self" | "crate" => {}
            _ => break,
        }
        rest = more;
    }
    look_up(modules, &place, rest, depth, true)
}

/// Follows `rest` from the module at `place`. `sure` tells that the path is of this crate.
fn look_up(
    modules: &BTreeMap<Vec<String>, Module>,
    place: &[String],
    rest: &[String],
    depth: usize,
    sure: bool,
) -> BTreeSet<String> {
    // inline modules belong to the file they stand in
    let known = (0..=place.len()).rev().find_map(|len| Some((len, modules.get(&place[..len])?)));
    let Some((known_len, module)) = known else { return BTreeSet::new() };
    let own = || BTreeSet::from([module.file.clone()]);
    let Some((first, more)) = rest.split_first() else {
        // a module as such: what is used of it stands in paths that begin with its name
        return BTreeSet::new();
    };
    if depth > 16 {
        return BTreeSet::new();
    }
    if first == "*" {
        return own();
    }
    if known_len < place.len() {
        // inside an inline module names may also be its own; those of the file are reached by `super`
        return if sure { own() } else { look_up(modules, &place[..known_len], rest, depth + 1, false) };
    }
    let mut child = place.to_vec();
    child.push(first.clone());
    if modules.contains_key(&child) {
        return look_up(modules, &child, more, depth + 1, true);
    }
    if module.defined.contains(first) {
        return own();
    }
    if let Some(bound) = module.bound.get(first).filter(|bound| bound.as_slice() != [first.clone()]) {
        let mut whole = bound.clone();
        whole.extend(more.iter().cloned());
        return resolve(modules, place, &whole, depth + 1);
    }
    for glob in &module.globs {
        let mut whole = glob.clone();
        whole.extend(rest.iter().cloned());
        let found = resolve(modules, place, &whole, depth + 1);
        if !found.is_empty() {
            return found;
        }
    }
    if sure && known_len > 0 { own() } else { BTreeSet::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn house(files: &[(&str, &str)]) -> Uses {
        let files: Vec<File> = files
            .iter()
            .map(|(path, text)| File { path: (*path).to_owned(), text: (*text).to_owned() })
            .collect();
        uses(&files)
    }

    /// Which files the first file uses.
    fn used(files: &[(&str, &str)]) -> Vec<String> {
        house(files)[files[0].0].keys().cloned().collect()
    }

    #[test]
    fn every_way_to_write_a_path_is_followed() {
        let mut files = vec![
            ("a/x.rs", ""),
            (
                "a/mod.rs",
                "mod x; mod y; pub struct Own; pub use y::Handed; pub use y::{Other as Renamed}; pub use z::*;",
            ),
            ("a/y.rs", "pub struct Handed; pub struct Other; pub const fn f() {}"),
            ("a/z.rs", "pub struct Spread; pub(crate) mod inner { pub fn g() {} }"),
            ("b.rs", "pub fn h() {}"),
            ("lib.rs", "pub mod a; pub mod b;"),
        ];
        for (text, expected) in [
            ("use super::Own;", "a/mod.rs"),
            ("use super::y::Handed;", "a/y.rs"),
            ("use super::Handed;", "a/y.rs"),
            ("use super::Renamed;", "a/y.rs"),
            ("use super::Spread;", "a/z.rs"),
            ("use crate::a::{Handed, y::{self}};", "a/y.rs"),
            ("use super::y; fn k() { y::f() }", "a/y.rs"),
            ("use super::y as why; fn k() { why::f() }", "a/y.rs"),
            ("use super::z::inner; fn k() { inner::g() }", "a/z.rs"),
            ("fn k() { super::super::b::h() }", "b.rs"),
            ("fn k() -> crate::b::H { x() }", "b.rs"),
            ("mod inside { use super::super::Own; }", "a/mod.rs"),
            ("fn k() { [crate::b::h()] }", "b.rs"),
            ("use super::*;", "a/mod.rs"),
            ("impl super::Own { fn k() {} }", "a/mod.rs"),
        ] {
            files[0].1 = text;
            assert_eq!(used(&files), [expected], "{text}");
        }
    }

    #[test]
    fn what_is_no_use_is_not_counted() {
        let mut files = vec![("a/x.rs", ""), ("a/mod.rs", "mod x; mod y;"), ("a/y.rs", "pub fn f() {}")];
        for text in [
            "use super::y;",
            "// super::y::f()",
            "fn k() { \"super::y::f()\" }",
            "#[cfg(test)] mod tests { use super::super::y::f; }",
            "use std::a::y::f; fn k() { std::y::f() }",
            "fn k(y: &Y) { y.f(); T::y() }",
            "mod y { pub fn f() {} } fn k() { self::y::f() }",
        ] {
            files[0].1 = text;
            assert!(used(&files).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_parent_that_only_declares_and_hands_on_is_in_no_circle() {
        let child = (
            "a/x.rs",
            "use super::Own; pub struct Made; impl Own { fn given(&self) {} } impl Lend for Own { fn lent(&self) {} }",
        );
        for (parent, circular) in [
            ("mod x; pub use x::Made; pub struct Own;", false),
            (
                "mod x; pub use x::{Made, make}; pub struct Own; impl Own { fn k(self) { self.make() } }",
                false,
            ),
            ("mod x; use x::Made; pub struct Own(Made);", true),
            ("mod x; pub use x::Made; pub struct Own(Made);", true),
            ("mod x; pub use x::make; pub struct Own; fn k() { make() }", true),
            ("mod x; pub struct Own; fn k() { x::make() }", true),
            ("mod x; pub struct Own; fn k() { self::x::make() }", true),
            ("mod x; mod y; pub use y::Own; fn k() { x::make() }", false),
            ("mod x; pub struct Own; impl Own { fn k(&self) { self.given() } }", true),
            ("mod x; pub struct Own; impl Own { fn k(&self) { Self::given(1) } }", true),
            ("mod x; pub struct Own; impl Own { fn k(&self) { self.lent() } }", false),
        ] {
            let uses = house(&[child, ("a/mod.rs", parent), ("a/y.rs", "pub struct Own;")]);
            assert_eq!(!circles(&uses).is_empty(), circular, "{parent}");
        }
    }

    #[test]
    fn a_circle_is_told_whole_and_its_neighbours_are_not() {
        let uses = house(&[
            ("a/mod.rs", "mod b; mod c; mod d; mod e;"),
            ("a/b.rs", "use super::c::C; use super::e::E; pub struct B;"),
            ("a/c.rs", "use super::d::D; pub struct C;"),
            ("a/d.rs", "use super::b::B; pub struct D;"),
            ("a/e.rs", "pub struct E;"),
            ("a/f.rs", "use super::b::B;"),
        ]);
        assert_eq!(circles(&uses), [["a/b.rs", "a/c.rs", "a/d.rs"]]);
    }
}
