//! Whether it is said by whoever says it in the article.

use super::agreement::{is_of_a_name, is_one, same_word};
use super::clauses::{Row, Saying};
use super::told::Told;
use super::words::item::{Item, Kind};
use super::words::lists::Lists;

/// Whether the words that tell a statement's speaker name whoever says it in a row; `used` are the places of the row at
/// which the statement itself was found.
pub(super) fn is_speaker(
    speaker: &[Item],
    (row, saying, sentence): (&Row, &Saying, usize),
    used: &[usize],
    told: &Told,
) -> bool {
    let lists = Lists::of(told.language);
    let chunk = row.items.get(saying.chunk.clone()).unwrap_or_default();
    let verb = row.items.get(saying.verb);
    let free = |item: &&Item| {
        !used.iter().any(|place| row.items.get(*place).is_some_and(|used| std::ptr::eq(used, *item)))
    };
    let there: Vec<&Item> = phrase(chunk, lists).into_iter().filter(free).collect();
    let pronoun = verb.into_iter().chain(there.first().copied()).any(|item| item.before.pronoun);
    let antecedent = if pronoun { told.antecedent(sentence) } else { &[] };
    // “announced” is more than “said”
    let announced = speaker.iter().find(|item| item.reports && !item.said());
    let said = announced.is_none_or(|own| verb.is_some_and(|verb| same_word(own, verb, told.language)));
    // “a deputy of the minister”, “a former minister” is another
    // … but of “rejected it and said” the first verb is no part of who says it
    let joined = verb.is_some_and(|verb| verb.before.joint);
    let verbal = |item: &Item| item.verb || item.kept() && !item.token.capital && item.key == item.token.stem;
    let bounded =
        before_or_behind(chunk).iter().take_while(|item| !item.binds() && !(joined && verbal(item)));
    let bounded = bounded.filter(|item| item.kept());
    let bound = { bounded }.all(|item| speaker.iter().any(|own| own.kept() && own.key == item.key));
    said && bound
        && are_told(speaker, chunk, told)
        && are_one(&phrase(speaker, lists), (&there, antecedent), told)
}

/// Whether what is told of a speaker besides the name stands in the row: when and where it was said, how many, which.
fn are_told(speaker: &[Item], chunk: &[Item], told: &Told) -> bool {
    let lists = Lists::of(told.language);
    let named = phrase(speaker, lists);
    let more = |item: &&Item| {
        !item.said()
            && !item.reports
            && !item.kept()
            && !lists.addressees.contains(&item.token.folded)
            && !named.iter().any(|named| std::ptr::eq(*named, *item))
    };
    let same = |own: &Item, item: &Item| {
        let owned =
            item.token.owner
                && own.before.preposition.as_ref().is_some_and(|class| {
                    lists.of.as_ref() == Some(class) || lists.speaking_for.contains(class)
                });
        same_word(own, item, told.language)
            && (own.time || owned || own.before.preposition == item.before.preposition)
    };
    let holds = |own: &Item| chunk.iter().any(|item| same(own, item));
    let relative = speaker.iter().skip(1).any(|item| item.before.opened);
    let mut rest = chunk.iter();
    let in_order = |own: &Item| rest.any(|item| same_word(own, item, told.language));
    let ordered = !relative || speaker.iter().filter(|item| !item.said()).all(in_order);
    ordered && speaker.iter().filter(more).all(holds)
}

/// Whether the words of a statement's speaker name the same as those of the row, or as the one its pronoun stands for.
fn are_one(own: &[&Item], (there, antecedent): (&[&Item], &[Item]), told: &Told) -> bool {
    let Some(head) = head(own) else { return false };
    let named = there.iter().any(|item| item.name);
    let alike = |one: &Item, other: &Item| is_one(one, other, told.language);
    let at_head = there.iter().enumerate().any(|(at, item)| {
        // “Orsk's spokeswoman” is not Orsk
        let whose = item.token.owner && !head.token.owner;
        !whose && (at == 0 || item.before.preposition == head.before.preposition) && alike(head, item)
    });
    let resolved = !named && antecedent.iter().any(|name| alike(head, name));
    // “the minister” here, “Minister Ada Lind” elsewhere
    let holds = |role: &&Item| own.iter().any(|own| alike(own, role)) && told.is_office(role, head);
    let office = !named && head.name && there.iter().any(holds);
    let known = |item: &Item| {
        there.iter().any(|other| alike(item, other)) || antecedent.iter().any(|name| alike(item, name))
    };
    let others = own.iter().enumerate().filter(|(_, item)| !known(item));
    (at_head || resolved || office) && { others }.all(|(at, item)| {
        office || head.name && told.is_office(item, head) || is_told_elsewhere(own, at, head, told)
    })
}

/// Whether the article has the words from `at` up to the head side by side.
fn is_told_elsewhere(own: &[&Item], at: usize, head: &Item, told: &Told) -> bool {
    let run: Vec<Item> = own.iter().skip(at).take(RUN).map(|item| (*item).clone()).collect();
    (2..=run.len()).any(|len| {
        let run = run.get(..len).unwrap_or_default();
        run.last().is_some_and(|last| last.form == head.form) && told.is_run(run)
    })
}

/// The most words of an office with a name.
const RUN: usize = 5;

/// The words before the verb of saying, else those behind it.
fn before_or_behind(chunk: &[Item]) -> &[Item] {
    let verb = chunk.iter().position(|item| item.said() || item.reports);
    let before = chunk.get(..verb.unwrap_or(chunk.len())).unwrap_or_default();
    let behind = verb.and_then(|verb| chunk.get(verb + 1..)).unwrap_or_default();
    if before.iter().any(|item| item.kind == Kind::Word && !item.time) { before } else { behind }
}

/// The words that name somebody: those before the verb of saying, else those behind it, up to a preposition other than
/// “of”.
fn phrase<'a>(chunk: &'a [Item], lists: &Lists) -> Vec<&'a Item> {
    let mut words: Vec<&Item> = Vec::new();
    // “Ada Lind met Olaf Renn and said”: the words behind the first verb name somebody else
    let joined = chunk.iter().find(|item| item.said() || item.reports).is_some_and(|verb| verb.before.joint);
    for item in before_or_behind(chunk) {
        let named = words.last().is_some_and(|last| last.name);
        if joined && (item.verb && !words.is_empty() || named && !is_of_a_name(item) && !item.office) {
            break;
        }
        let preposition = item.before.preposition.as_ref();
        let of = preposition.is_none() || preposition == lists.of.as_ref();
        let ends = !words.is_empty() && !of || item.binds();
        if ends {
            break;
        }
        if item.kind == Kind::Word && !item.time && !lists.addressees.contains(&item.token.folded) {
            words.push(item);
        }
    }
    words
}

/// The word that names them: the last name, else the last word that hangs on no other.
fn head<'a>(words: &[&'a Item]) -> Option<&'a Item> {
    let free = |item: &&&Item| item.before.preposition.is_none();
    let name = words.iter().rev().filter(free).find(|item| item.name && !item.token.owner);
    let word = || words.iter().rev().find(free).or(words.last());
    name.or_else(word).copied()
}
