//! Who acts, and on whom.

use super::super::lexicon::{Endings, Lexicon, Naming, Words, is_place};
use super::super::tokens::Token;
use super::super::unit::{Agent, Kind, Unit};
use super::clauses::{behind, under};
use super::relations::{Relation, relation};
use super::tense::is_finite;
use crate::text::FastMap;

/// Sets of each unit whether it acts, where something comes from or goes to, and what kind of clause it stands in.
pub(crate) fn place(units: &mut [Unit], tokens: &[Token], words: &[&str], lexicon: &Lexicon) {
    let under = under(tokens, words, lexicon);
    let given = behind(tokens, words, lexicon, Words::Condition);
    let mut last: Option<(u16, bool)> = None;
    let mut of_clause: FastMap<u16, usize> = FastMap::default();
    units.iter().for_each(|unit| *of_clause.entry(unit.clause).or_default() += 1);
    let titles: Vec<bool> = units.windows(2).map(stands_before_a_name).collect();
    for (place, unit) in units.iter_mut().enumerate() {
        unit.under = under.get(unit.at).copied().unwrap_or(false);
        unit.given = given.get(unit.at).copied().unwrap_or(false);
        let relation = relation(unit.at, tokens, lexicon);
        unit.from = match relation {
            Relation::From => Some(true),
            Relation::To | Relation::For | Relation::Against => Some(false),
            _ => None,
        };
        unit.favoured = match relation {
            Relation::With | Relation::For => Some(true),
            Relation::Against => Some(false),
            _ => None,
        };
        let parted = tokens.get(unit.at).is_some_and(|token| !token.ending.is_empty());
        let genitive = relation == Relation::None && is_bare_genitive(unit, tokens, lexicon);
        let before_noun =
            tokens.get(unit.at + 1).is_some_and(|next| next.clause == unit.clause && next.capital);
        unit.owning = relation == Relation::Whose && parted || genitive && before_noun;
        unit.whose = relation == Relation::Whose && !parted
            || genitive && !before_noun
            || relation == Relation::None && is_in_another_case(unit, tokens, lexicon);
        let clause = (unit.clause, unit.under);
        if titles.get(place) == Some(&true) {
            continue;
        }
        if unit.can_act() || unit.may_be_name {
            // a name alone between two marks does nothing there, nor does the first before a bare infinitive
            let alone = unit.at > 0 && of_clause.len() > 1 && of_clause.get(&unit.clause) == Some(&1);
            let first = last != Some(clause) && !alone && !is_infinitive(unit.clause, tokens, lexicon);
            unit.agent = agent(unit, tokens, lexicon, first);
        }
        let heavy = unit.kind == Kind::Thing && !unit.is_light() || unit.kind == Kind::Word;
        if heavy || unit.is_named() && unit.agent != Agent::No {
            last = Some(clause);
        }
    }
    passives(units, tokens, lexicon);
    coordinate(units, words, lexicon);
}

/// Names with only an “and” between them do the same.
fn coordinate(units: &mut [Unit], words: &[&str], lexicon: &Lexicon) {
    let mut before: Option<(usize, Agent)> = None;
    for unit in units.iter_mut() {
        let named = unit.is_named() && !unit.adjective;
        if let Some((at, agent)) = before.filter(|_| named) {
            let between = words.get(at + 1..unit.at).unwrap_or_default();
            let small = |word: &&str| lexicon.has(Words::Coordinator, word) || lexicon.has(Words::Stop, word);
            let joins = between.iter().any(|word| lexicon.has(Words::Coordinator, word));
            if joins && between.len() < 3 && between.iter().all(small) {
                unit.coordinated = true;
                if unit.agent == Agent::Unknown && agent == Agent::Yes {
                    unit.agent = agent;
                }
            }
        }
        before = named.then_some((unit.at, unit.agent));
    }
}

/// True for a clause whose verb is an infinitive that its mark shows: it has no subject.
fn is_infinitive(clause: u16, tokens: &[Token], lexicon: &Lexicon) -> bool {
    let of_clause: Vec<&Token> = tokens.iter().filter(|token| token.clause == clause).collect();
    match of_clause.as_slice() {
        [.., mark, verb] => lexicon.has(Words::InfinitiveMark, &mark.word) && !verb.capital,
        _ => false,
    }
}

/// An office right before the name of who holds it does nothing beside that one.
fn stands_before_a_name(row: &[Unit]) -> bool {
    matches!(row, [title, name] if title.is_title() && name.kind == Kind::Name && name.at == title.at + 1)
}

/// By whom something is done to somebody: that one does nothing.
fn passives(units: &mut [Unit], tokens: &[Token], lexicon: &Lexicon) {
    let by = |(_, unit): &(usize, &Unit)| {
        unit.can_act() && unit.agent == Agent::Yes && is_by(unit, tokens, lexicon)
    };
    let passive = |unit: &Unit| {
        let mut beside = tokens.iter().filter(|token| token.clause == unit.clause);
        beside.any(|token| lexicon.has(Words::Passive, &token.word))
    };
    for unit in units.iter_mut().filter(|unit| unit.can_act() && unit.agent == Agent::Unknown) {
        // “from” is “by” where the verb is passive
        if relation(unit.at, tokens, lexicon) == Relation::Unsure && passive(unit) {
            unit.agent = Agent::Yes;
        }
    }
    let by: Vec<(u16, usize)> =
        units.iter().enumerate().filter(by).map(|(_, unit)| (unit.clause, unit.at)).collect();
    let unmarked = lexicon.list(Words::Passive).is_empty();
    // “drawn by somebody” behind a noun makes no passive of the verb before it
    let between = |one: usize, other: usize| {
        let row = tokens.get(one.min(other)..one.max(other)).unwrap_or_default();
        unmarked || row.iter().any(|token| lexicon.has(Words::Passive, &token.word))
    };
    for unit in units.iter_mut().filter(|unit| unit.agent == Agent::Yes) {
        let of =
            |(clause, at): &(u16, usize)| *clause == unit.clause && *at != unit.at && between(unit.at, *at);
        if by.iter().any(of) {
            unit.agent = Agent::No;
        }
    }
}

fn is_by(unit: &Unit, tokens: &[Token], lexicon: &Lexicon) -> bool {
    let case = tokens.get(unit.at).is_some_and(|token| lexicon.ends(Endings::Instrumental, &token.word));
    let inflected =
        unit.senses.iter().any(|sense| sense.first_case.is_some_and(|(_, ending)| !ending.is_empty()));
    matches!(relation(unit.at, tokens, lexicon), Relation::By | Relation::Unsure) || case && inflected
}

fn agent(unit: &Unit, tokens: &[Token], lexicon: &Lexicon, first: bool) -> Agent {
    let Some(token) = tokens.get(unit.at) else { return Agent::Unknown };
    if unit.adjective {
        return Agent::No;
    }
    if unit.senses.iter().any(|sense| is_place(sense.key)) {
        return Agent::Unknown;
    }
    match relation(unit.at, tokens, lexicon) {
        Relation::None => {}
        Relation::By => return Agent::Yes,
        Relation::Whose | Relation::Unsure => return Agent::Unknown,
        _ => return Agent::No,
    }
    if is_bare_genitive(unit, tokens, lexicon) {
        return Agent::Unknown;
    }
    if let Some(agent) = by_case(unit, &token.word, lexicon) {
        // right behind a verb: whom it is done to or for
        let verb = unit.at.checked_sub(1).and_then(|before| tokens.get(before));
        let verb = verb.is_some_and(|verb| verb.clause == token.clause && is_finite(verb, lexicon));
        return if agent == Agent::Unknown && verb { Agent::No } else { agent };
    }
    // at the head it may be who needs something
    if !first && lexicon.has(Words::FirstPersonActedOn, &token.word) {
        return Agent::No;
    }
    if unit.kind == Kind::Own && !lexicon.has(Words::FirstPersonActing, &token.word) {
        return Agent::Unknown;
    }
    // where names have cases that the table does not know, nothing tells
    let cases = matches!(unit.kind, Kind::Name | Kind::Thing | Kind::Word)
        && !lexicon.endings(Endings::Instrumental).is_empty();
    if first && !cases { Agent::Yes } else { Agent::Unknown }
}

/// True for a name whose ending alone says whose something is, where only names have it: Rumäniens.
fn is_bare_genitive(unit: &Unit, tokens: &[Token], lexicon: &Lexicon) -> bool {
    let Some(token) = tokens.get(unit.at) else { return false };
    lexicon.capital_nouns
        && unit.kind == Kind::Party
        && !unit.adjective
        && lexicon.ending(&token.word) == 1
        && lexicon.ends(Endings::Genitive, &token.word)
}

/// True for a noun in none of the cases of who acts, whom it is done to and by whom: whose it is, or to whom.
fn is_in_another_case(unit: &Unit, tokens: &[Token], lexicon: &Lexicon) -> bool {
    let Some(token) = tokens.get(unit.at) else { return false };
    let inflected = unit.senses.iter().any(|sense| {
        sense.naming == Naming::Noun && sense.first_case.is_some_and(|(_, ending)| !ending.is_empty())
    });
    inflected && by_case(unit, &token.word, lexicon) == Some(Agent::Unknown)
}

/// What the case of a name tells; nothing where its first case has no ending of its own.
fn by_case(unit: &Unit, word: &str, lexicon: &Lexicon) -> Option<Agent> {
    let nouns = unit.senses.iter().filter(|sense| sense.naming == Naming::Noun);
    nouns.filter_map(|sense| sense.first_case).find_map(|(letters, ending)| {
        let first = word.ends_with(ending) && word.chars().count() == letters + ending.chars().count();
        match (first, ending.is_empty()) {
            (true, false) => Some(Agent::Yes),
            (true, true) => None,
            // by whom, in the case for that
            (false, _) if lexicon.ends(Endings::Instrumental, word) => Some(Agent::Yes),
            (false, _) if lexicon.ends(Endings::Accusative, word) => Some(Agent::No),
            (false, _) => Some(Agent::Unknown),
        }
    })
}
