//! The part of Jinja that the prompts use.
//!
//! In: a template and a JSON object of what it may name. Out: text, or which tag is wrong. `{{ a.b }}` puts a value,
//! `{% for x in a.b %}…{% endfor %}` repeats (with `loop.index` from 1 and `loop.last`),
//! `{% if a %}…{% elif not b %}…{% else %}…{% endif %}` chooses, `{# … #}` is a remark; the line end after a `%}` or a
//! `#}` is not put. A name that is not given is an error wherever it stands, so that no prompt goes out with a hole.

use std::slice::Iter;

use serde_json::{Value, json};

/// A template, read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Template {
    nodes: Vec<Node>,
}

#[derive(Debug, Clone, PartialEq)]
enum Node {
    Text(&'static str),
    Put(&'static str),
    Each {
        name: &'static str,
        list: &'static str,
        body: Vec<Node>,
    },
    /// The first branch whose condition holds.
    Choose(Vec<(Condition, Vec<Node>)>),
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Condition {
    Is(&'static str),
    IsNot(&'static str),
    Else,
}

/// What stands at one place of a template.
#[derive(Debug, Clone, Copy)]
enum Piece {
    Text(&'static str),
    Put(&'static str),
    Tag(&'static str),
}

impl Template {
    /// Reads a template.
    pub(super) fn read(text: &'static str) -> Result<Self, String> {
        let pieces = pieces(text)?;
        let (nodes, end) = nodes(&mut pieces.iter())?;
        match end {
            None => Ok(Self { nodes }),
            Some(tag) => Err(format!("`{tag}` closes nothing")),
        }
    }

    /// Writes it with what `given` names.
    pub(super) fn write(&self, given: &Value) -> Result<String, String> {
        let mut out = String::new();
        write(&self.nodes, &Scope { name: "", value: given, outer: None }, &mut out)?;
        Ok(out)
    }
}

fn pieces(text: &'static str) -> Result<Vec<Piece>, String> {
    let (mut found, mut rest) = (Vec::new(), text);
    while let Some((before, tail)) = rest.split_once('{') {
        let (close, kind): (_, fn(&'static str) -> Piece) = match tail.chars().next() {
            Some('{') => ("}}", Piece::Put),
            Some('%') => ("%}", Piece::Tag),
            Some('#') => ("#}", |_| Piece::Text("")),
            _ => {
                let end = before.len() + 1;
                let (brace, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
                found.push(Piece::Text(brace));
                rest = after;
                continue;
            }
        };
        let inner = tail.get(1..).unwrap_or_default();
        let (inside, after) =
            inner.split_once(close).ok_or_else(|| format!("`{{{}` is not closed", first_line(tail)))?;
        found.extend([Piece::Text(before), kind(inside.trim())]);
        rest = if close == "}}" { after } else { after.strip_prefix('\n').unwrap_or(after) };
    }
    found.push(Piece::Text(rest));
    Ok(found)
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// Nodes up to a tag that ends a block or begins another branch, with that tag.
fn nodes(pieces: &mut Iter<Piece>) -> Result<(Vec<Node>, Option<&'static str>), String> {
    let mut found = Vec::new();
    while let Some(piece) = pieces.next() {
        match *piece {
            Piece::Text("") => {}
            Piece::Text(text) => found.push(Node::Text(text)),
            Piece::Put(path) => found.push(Node::Put(path)),
            Piece::Tag(tag) => {
                let words: Vec<&'static str> = tag.split_whitespace().collect();
                match *words {
                    ["for", name, "in", list] => {
                        let (body, end) = nodes(pieces)?;
                        if end != Some("endfor") {
                            return Err(format!("`{tag}` is not closed"));
                        }
                        found.push(Node::Each { name, list, body });
                    }
                    ["if", ..] => found.push(branches(tag, pieces)?),
                    ["elif" | "else" | "endif" | "endfor", ..] => return Ok((found, Some(tag))),
                    _ => return Err(format!("`{tag}` is no tag")),
                }
            }
        }
    }
    Ok((found, None))
}

fn branches(opening: &'static str, pieces: &mut Iter<Piece>) -> Result<Node, String> {
    let (mut found, mut tag) = (Vec::new(), opening);
    while tag != "endif" {
        let words: Vec<&'static str> = tag.split_whitespace().collect();
        let condition = match *words {
            ["if" | "elif", "not", path] => Condition::IsNot(path),
            ["if" | "elif", path] => Condition::Is(path),
            ["else"] => Condition::Else,
            _ => return Err(format!("`{tag}` is no condition")),
        };
        let (body, end) = nodes(pieces)?;
        found.push((condition, body));
        tag = end.ok_or_else(|| format!("`{opening}` is not closed"))?;
    }
    Ok(Node::Choose(found))
}

/// What a name means: the innermost loop's first, what was given last.
struct Scope<'a> {
    name: &'a str,
    value: &'a Value,
    outer: Option<&'a Scope<'a>>,
}

impl Scope<'_> {
    fn get(&self, path: &str) -> Result<&Value, String> {
        let mut names = path.split('.');
        let first = names.next().unwrap_or_default();
        let value = self.named(first);
        let value = names.fold(value, |value, name| value.and_then(|value| value.get(name)));
        value.ok_or_else(|| format!("`{path}` is not given"))
    }

    fn named(&self, name: &str) -> Option<&Value> {
        match self.outer {
            Some(_) if self.name == name => Some(self.value),
            Some(outer) => outer.named(name),
            None => self.value.get(name),
        }
    }

    fn holds(&self, condition: Condition) -> Result<bool, String> {
        Ok(match condition {
            Condition::Is(path) => is_true(self.get(path)?),
            Condition::IsNot(path) => !is_true(self.get(path)?),
            Condition::Else => true,
        })
    }
}

fn is_true(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(yes) => *yes,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(list) => !list.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
    }
}

fn write(nodes: &[Node], scope: &Scope, out: &mut String) -> Result<(), String> {
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Put(path) => match scope.get(path)? {
                Value::String(text) => out.push_str(text),
                Value::Number(number) => out.push_str(&number.to_string()),
                _ => return Err(format!("`{path}` is no text")),
            },
            Node::Each { name, list, body } => {
                let value = scope.get(list)?;
                let items = value.as_array().ok_or_else(|| format!("`{list}` is no list"))?;
                for (item, index) in items.iter().zip(1..) {
                    let counter = json!({"index": index, "last": index == items.len()});
                    let round = Scope { name: "loop", value: &counter, outer: Some(scope) };
                    write(body, &Scope { name, value: item, outer: Some(&round) }, out)?;
                }
            }
            Node::Choose(branches) => {
                for (condition, body) in branches {
                    if scope.holds(*condition)? {
                        write(body, scope, out)?;
                        break;
                    }
                }
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &'static str) -> Result<String, String> {
        let given = json!({
            "who": "Ida", "none": null, "no": false, "zero": 0, "empty": [],
            "list": [{"name": "a", "parts": ["x", "y"]}, {"name": "b", "parts": []}],
        });
        Template::read(text)?.write(&given)
    }

    #[test]
    fn writes_what_is_given() {
        for (text, expected) in [
            ("Dear {{ who }}, {not} {{who}}", "Dear Ida, {not} Ida"),
            ("{# a remark #}\nx", "x"),
            ("{% if who %}\nyes\n{% endif %}\n.", "yes\n."),
            ("{% if none %}1{% elif no %}2{% elif zero %}3{% elif empty %}4{% else %}5{% endif %}", "5"),
            ("{% if not no %}1{% else %}2{% endif %}", "1"),
            (
                "{% for one in list %}{{ loop.index }}{{ one.name }}{% if not loop.last %}, {% endif %}{% endfor %}",
                "1a, 2b",
            ),
            (
                "{% for one in list %}{% for part in one.parts %}{{ one.name }}{{ part }}{{ loop.index }} {% endfor %}{% endfor %}{{ who }}",
                "ax1 ay2 Ida",
            ),
            ("{% for one in empty %}x{% endfor %}", ""),
            ("{", "{"),
            ("a{\n{% if no %}x{% endif %}", "a{\n"),
        ] {
            assert_eq!(written(text).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_told() {
        for (text, fault) in [
            ("{{ whom }}", "`whom` is not given"),
            ("{{ who.name }}", "`who.name` is not given"),
            ("{% if whom %}{% endif %}", "`whom` is not given"),
            ("{{ list }}", "`list` is no text"),
            ("{{ none }}", "`none` is no text"),
            ("{% for one in who %}{% endfor %}", "`who` is no list"),
            ("{{ one.name }}", "`one.name` is not given"),
            ("{{ loop.index }}", "`loop.index` is not given"),
            ("{% if who %}", "`if who` is not closed"),
            ("{% for one in list %}{% endif %}", "`for one in list` is not closed"),
            ("{% endfor %}", "`endfor` closes nothing"),
            ("{% set x = 1 %}", "`set x = 1` is no tag"),
            ("{% if a and b %}{% endif %}", "`if a and b` is no condition"),
            ("{{ who", "`{{ who` is not closed"),
        ] {
            assert_eq!(written(text), Err(fault.to_owned()), "{text}");
        }
    }
}
