//! The roles of phrases.

use super::super::grammar::chunk::Chunk;
use super::super::grammar::class::{self, THAT};
use super::super::words::item::{Item, Kind};
use super::super::words::lists::Lists;
use super::super::words::meanings::{Form, Thesaurus};
use super::frame::{Argument, Frame, Link, Role};

/// A phrase as it stands to a verb before it.
pub(super) fn argument(mut chunk: Chunk, lists: Option<&Lists>) -> Argument {
    let tied = chunk.tied.take();
    let on = |class: &String| lists.is_some_and(|lists| lists.time_prepositions.contains(class));
    let role = match tied {
        _ if chunk.is_time() => Role::Time(tied.filter(|class| !on(class))),
        Some(class) => Role::Tied(class),
        None if chunk.is_adverbial() && !chunk.joint => Role::Tied(String::new()),
        None => Role::Object,
    };
    Argument { role, chunk, host: None }
}

/// Adds an argument, with the one it follows.
pub(super) fn push(arguments: &mut Vec<Argument>, argument: Argument) {
    let follows = matches!(&argument.role, Role::Tied(class) if !class.is_empty()) && !argument.chunk.parted;
    let host = arguments.len().checked_sub(1).filter(|_| follows);
    // “of Varnia and of Ostrea”, “from Denmark and the Netherlands”
    let last = arguments.last().map(|last| last.role.clone());
    let role = match (argument.role, last) {
        (Role::Object, Some(Role::Tied(class))) if argument.chunk.joint && !argument.chunk.parted => {
            Role::Tied(class)
        }
        (role, _) => role,
    };
    arguments.push(Argument { role, host, ..argument });
}

/// What stands before a verb: who does it first, or to whom it is done.
pub(super) fn of_subject(mut arguments: Vec<Argument>, passive: bool) -> Vec<Argument> {
    appose(&mut arguments, true, 0);
    // “how long the ship stayed”
    let several = arguments.iter().filter(|argument| plain(argument) && !argument.chunk.joint).count() > 1;
    for argument in arguments.iter_mut().filter(|argument| several && plain(argument)) {
        if matches!(argument.chunk.words.as_slice(), [only] if !only.name && !only.before.determined && only.kind == Kind::Word)
        {
            argument.role = Role::Tied(String::new());
        }
    }
    let mut found = false;
    for argument in &mut arguments {
        if plain(argument) && !passive && (!found || argument.chunk.joint) {
            argument.role = Role::Subject;
            found = true;
        }
    }
    arguments
}

/// Ties what is only told beside a phrase to it, from a place on: “the minister, Ada Lind, …”.
fn appose(arguments: &mut Vec<Argument>, ahead: bool, from: usize) {
    let mut at = from.max(1);
    while at < arguments.len() {
        let aside = arguments.get(at).is_some_and(|argument| {
            plain(argument) && argument.chunk.parted && !argument.chunk.joint && !argument.chunk.is_pronoun()
        });
        let whose = (0..at).rev().find(|at| {
            arguments.get(*at).is_some_and(|whose| {
                if ahead {
                    plain(whose)
                } else {
                    !matches!(whose.role, Role::Time(_)) && !whose.chunk.is_quote()
                }
            })
        });
        match whose.filter(|_| aside) {
            Some(whose) => {
                // “the ambassador in Varnia, Ada Lind”
                let office = |at: &usize| {
                    arguments.get(*at).is_some_and(|host| host.chunk.words.iter().any(|word| word.office))
                };
                let host = arguments.get(whose).and_then(|whose| whose.host).filter(office);
                let whose = host.unwrap_or(whose);
                let apposed = arguments.remove(at);
                // “its biggest drop in three years”
                let mut hanging = Vec::new();
                while arguments.get(at).is_some_and(|next| next.host == Some(at + hanging.len())) {
                    let next = arguments.remove(at);
                    let Role::Tied(class) = next.role else { break };
                    hanging.push(Chunk { tied: Some(class), ..next.chunk });
                }
                let gone = 1 + hanging.len();
                if let Some(whose) = arguments.get_mut(whose) {
                    whose.chunk.apposed.push(apposed.chunk);
                    whose.chunk.apposed.extend(hanging);
                }
                for argument in arguments.iter_mut().skip(at) {
                    argument.host =
                        argument.host.map(|host| if host >= at { host.saturating_sub(gone) } else { host });
                }
            }
            None => at += 1,
        }
    }
}

/// Gives the roles that only the whole sentence tells: who does it behind “by”, who said it behind the verb, and what is
/// said before it.
pub(super) fn settle(frames: &mut [Frame], generous: bool, lists: Option<&Lists>) {
    let passive: Vec<bool> = frames.iter().map(|frame| frame.passive).collect();
    for (at, frame) in frames.iter_mut().enumerate() {
        appose(&mut frame.arguments, false, frame.before);
        let before = at.checked_sub(1).and_then(|at| passive.get(at)).copied().unwrap_or(false);
        suffer(frame, before, lists);
        let going = frame.verb.as_ref().is_some_and(Item::is_going);
        let inverted = frame.says() && frame.subject().is_none() && frame.finite && !frame.passive && !going;
        if inverted && let Some(who) = frame.arguments.iter_mut().find(|argument| plain(argument)) {
            who.role = Role::Subject;
        }
        frame.kept.sort();
        frame.kept.dedup();
    }
    opened_by_a_participle(frames);
    let held = |frames: &[Frame], at: usize| {
        frames.iter().any(|other| other.parent == Some(at) && matches!(other.link, Link::Held(_)))
    };
    let roots: Vec<usize> = (0..frames.len())
        .filter(|at| frames.get(*at).is_some_and(|frame| frame.link == Link::Free && frame.parent.is_none()))
        .collect();
    let alone = |at: &&usize| {
        frames.get(**at).is_some_and(|frame| {
            let object = frame.arguments.iter().any(|argument| argument.role == Role::Object);
            let addressed = frame.verb.as_ref().is_some_and(Item::said);
            let quote = frame.arguments.iter().any(|argument| argument.chunk.is_quote());
            let kept = frame.kept.iter().any(|class| !class::is_manner(class));
            let tied = frame.arguments.iter().any(|argument| matches!(argument.role, Role::Tied(_)));
            let claims = frame
                .verb
                .as_ref()
                .is_some_and(|verb| verb.claimed && !verb.said() && !verb.reports && !verb.according);
            let says = frame.says() && !frame.coordinated && !kept && !(claims && tied);
            says && (!object || addressed && !quote) && !held(frames, **at)
        })
    };
    let Some(speaker) = roots.iter().find(alone).copied() else { return };
    let others: Vec<usize> = roots.iter().copied().filter(|at| *at != speaker).collect();
    let last_alone = generous && others.iter().all(|at| *at < speaker);
    for at in others.iter().rev().take(if last_alone { 1 } else { others.len() }) {
        if let Some(frame) = frames.get_mut(*at) {
            (frame.link, frame.parent) = (Link::Held(THAT.to_owned()), Some(speaker));
        }
    }
}

/// “Described it as a breach” as “called it a breach”.
pub(super) fn named(frame: &mut Frame, lists: Option<&Lists>) {
    let called = |verb: &Item| lists.and_then(|lists| lists.named.get(&verb.form));
    let Some((verb, called)) = frame.verb.as_ref().and_then(|verb| Some((verb, called(verb)?))) else {
        return;
    };
    let tied = |argument: &&mut Argument| matches!(&argument.role, Role::Tied(class) if class == class::AS);
    let Some(argument) = frame.arguments.iter_mut().skip(frame.before).find(tied) else { return };
    (argument.role, argument.host) = (Role::Object, None);
    frame.verb = Some(verb.as_form(called, Thesaurus::of(verb.token.language)));
}

/// Gives the roles of the passive: who does it stands behind “by”; `before` tells that the clause before is one too.
fn suffer(frame: &mut Frame, before: bool, lists: Option<&Lists>) {
    // “was agreed but held up by a lawsuit”
    let bare = frame.verb.as_ref().is_some_and(|verb| !verb.before.helped && verb.before.joint);
    let agent = frame.arguments.iter().skip(frame.before).any(|argument| argument.chunk.agent);
    if bare && agent && before && !frame.passive {
        frame.passive = true;
        for argument in frame.arguments.iter_mut().filter(|argument| argument.role == Role::Subject) {
            argument.role = Role::Object;
        }
    }
    let mut found = false;
    let behind = if frame.passive { frame.before } else { frame.arguments.len() };
    for argument in frame.arguments.iter_mut().skip(behind) {
        // “by Varnia and Ostrea”, but “by a third”
        found = argument.chunk.agent && !lists.is_some_and(|lists| argument.chunk.is_share(lists))
            || found && argument.chunk.joint && matches!(argument.role, Role::Tied(_));
        if found {
            argument.role = Role::Subject;
        }
    }
}

/// “Opened in 2018, the stadium …”: what stands first without anybody is done to whomever the next clause is about.
fn opened_by_a_participle(frames: &mut [Frame]) {
    let [first, next, ..] = frames else { return };
    let verb = first.verb.as_ref().is_some_and(|verb| {
        verb.token.first
            && !verb.said()
            && !verb.before.helped
            && verb.senses.iter().any(|sense| sense.form == Form::Past)
    });
    let bare = first.before == 0 && first.subject().is_none() && !first.arguments.iter().any(plain);
    let free = first.finite && first.link == Link::Free && next.link == Link::Free && !next.coordinated;
    let Some(chunk) = next.about().filter(|_| verb && bare && free).cloned() else { return };
    first.arguments.insert(0, Argument { role: Role::Object, chunk, host: None });
    for argument in first.arguments.iter_mut().skip(1) {
        argument.host = argument.host.map(|host| host + 1);
    }
    (first.passive, first.link, first.parent, first.before) = (true, Link::Aside, Some(1), 1);
}

/// An argument that is what a verb is about.
pub(super) fn plain(argument: &Argument) -> bool {
    argument.role == Role::Object && !argument.chunk.is_quote()
}
