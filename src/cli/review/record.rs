//! `attache record`: what people said about a matter over time.
//!
//! In: a file of quotes ([`said`](super::said)). Out: `[{"person", "groups", "changed", "said_again"}, …]`, quotes by
//! their ids.

use std::process::ExitCode;

use serde_json::{Value, json};

use super::super::{exit, stdout};
use super::said::{Options, Said, read};
use crate::record::{Record, Said as Words};
use crate::statement::{Difference, Name};

/// Runs the command; exit code 1 when the file cannot be used.
#[must_use]
pub fn run(options: &Options) -> ExitCode {
    let Some(file) = &options.file else { return exit::usage("record: name a file of quotes, or --person") };
    match read(file) {
        Ok(said) => {
            let records: Vec<Value> = people(&said).iter().map(|said| record(said)).collect();
            stdout::line(Value::from(records));
            ExitCode::SUCCESS
        }
        Err(fault) => exit::input(format_args!("record: {fault:#}")),
    }
}

/// The quotes of each person, oldest first; the people in the order of the file.
fn people(said: &[Said]) -> Vec<Vec<&Said>> {
    let mut people: Vec<(Name, Vec<&Said>)> = Vec::new();
    for said in said {
        let name = Name::of(&said.speaker);
        match people.iter_mut().find(|(known, _)| known.can_be(&name)) {
            Some((_, quotes)) => quotes.push(said),
            None => people.push((name, vec![said])),
        }
    }
    for (_, quotes) in &mut people {
        quotes.sort_by_key(|said| said.day);
    }
    people.into_iter().map(|(_, quotes)| quotes).collect()
}

fn record(said: &[&Said]) -> Value {
    let words: Vec<Words<'_>> =
        said.iter().map(|said| Words { language: said.language, text: &said.text }).collect();
    let record = Record::of(&words);
    let id = |at: &usize| said.get(*at).map(|said| said.id.as_str());
    let groups: Vec<Vec<_>> =
        record.matters.iter().map(|matter| matter.quotes.iter().filter_map(id).collect()).collect();
    let again: Vec<_> = record
        .matters
        .iter()
        .flat_map(|matter| matter.again.iter().chain(&matter.more))
        .map(|(old, new)| json!([id(old), id(new)]))
        .collect();
    let changes = record.matters.iter().flat_map(|matter| &matter.changes);
    let changed: Vec<_> = changes
        .map(|change| json!([id(&change.old), id(&change.new), change.kinds.first().map(|kind| word(*kind))]))
        .collect();
    let person = said.first().map(|said| said.speaker.as_str());
    json!({"person": person, "groups": groups, "changed": changed, "said_again": again})
}

/// The contract's word for what differs; it knows no roles.
fn word(kind: Difference) -> &'static str {
    if kind == Difference::Roles { Difference::Name.word() } else { kind.word() }
}
