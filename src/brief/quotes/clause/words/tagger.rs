//! Gives each token of a document its classes.

use super::class::Class;
use super::endings;
use super::grammar::Grammar;
use super::guess;
use super::infinitives;
use super::names;
use super::proper;
use super::roles;
use super::word::{Word, name_of_elided};
use crate::people::stream::Stream;
use crate::people::tokens::{Case, Kind, Token, is_site, lower_into};

/// Words between an auxiliary and a participle that nobody knows.
const BETWEEN: usize = 3;

/// Tokens an auxiliary may stand before its participle.
const GROUP: usize = 5;

/// More where a phrase between commas may stand there.
const INSERTED: usize = 3;

/// The words of a stream, one a token.
#[must_use]
pub(crate) fn tag(stream: &Stream, grammar: &Grammar) -> Vec<Word> {
    let mut words: Vec<Word> =
        stream.tokens.iter().enumerate().map(|(at, token)| word(stream, grammar, at, token)).collect();
    roles::former(&mut words);
    for at in 1..words.len() {
        if guess::stands_as_noun(&words, at, grammar)
            && !guess::has_anybody(&words, at, grammar)
            && let Some(word) = words.get_mut(at)
        {
            word.class = word.class.without(Class::ANY_VERB.or(Class::FINITE));
        }
    }
    if grammar.by_order() {
        determined(&mut words, grammar);
        guess::with_agents(&mut words);
        proper::surnames(&mut words);
    }
    infinitives::tell(&mut words, grammar);
    guess::adverbs(&mut words, grammar);
    guess::last_verbs(&mut words, grammar);
    names::given_names(&mut words, grammar);
    names::surnames(&mut words, grammar);
    proper::tell(&mut words, grammar);
    proper::owners(&mut words, grammar);
    guess::pronouns(&mut words);
    participles(&mut words, grammar);
    endings::demonyms(&mut words, grammar);
    names::tell_owners(&mut words, grammar);
    for at in 0..words.len() {
        stream.steps.take(1);
        let class = words.get(at).map_or(Class::NONE, |word| word.class);
        if class.any(Class::PARTICIPLE)
            && !class.any(Class::FINITE)
            && !(grammar.by_order() && guess::is_somebody(&words, at))
            && (helped(stream, &words, at, grammar.by_order())
                || grammar.capital_nouns && guess::ends_bracket(stream, &words, at))
            && let Some(word) = words.get_mut(at)
        {
            // `a prévenu`: here it is no noun
            let noun = if grammar.by_order() { Class::NOUN.or(Class::GENDER) } else { Class::NONE };
            word.class = word.class.without(noun).or(Class::FINITE);
        }
    }
    words
}

/// `do caso`, `el caso`, `la semana pasada`: a word that opens clauses is a noun behind an article or a preposition joined with one.
fn determined(words: &mut [Word], grammar: &Grammar) {
    let other = Class::RELATIVE.or(Class::SELF).or(Class::PREPOSITION).or(Class::OBJECT).or(Class::ASIDE);
    for at in 1..words.len() {
        let Some([before, word]) = words.get_mut(at - 1..=at) else { continue };
        // `la semana pasada`
        if word.class.any(Class::TIME) && before.class.any(Class::TIME) {
            word.class = word.class.without(Class::ANY_VERB.or(Class::PARTICIPLE).or(Class::FINITE));
        }
        let joined = before.class.any(Class::OF) && before.lower != grammar.owner_preposition;
        let article = before.class.any(Class::THE.or(Class::ONE)) && !before.class.any(Class::SUBJECT);
        // `gli ha fatto il verso la consigliera`
        let only = article && !before.class.any(Class::OBJECT.or(Class::PREPOSITION));
        let tied = Class::OF.or(Class::DETERMINER).or(Class::AGENT).or(Class::ACCORD_OPENS);
        if word.class.any(Class::PREPOSITION) && !word.class.any(tied) && only {
            word.class = word.class.without(Class::PREPOSITION);
        }
        if word.class.any(Class::SUBORDINATE) && !word.class.any(other) && (joined || article) {
            word.class = word.class.without(Class::SUBORDINATE);
        }
    }
}

/// Classes the unknown words among `words` that stand as participles behind an auxiliary.
fn participles(words: &mut [Word], grammar: &Grammar) {
    if grammar.participle_endings.is_empty() {
        return;
    }
    let between = Class::ASIDE.or(Class::TIME).or(Class::SELF).or(Class::OBJECT).or(Class::NOT);
    let known = Class::CLOSED.or(Class::NOUN).or(Class::ANY_VERB).or(Class::CAPITAL);
    for at in 1..words.len() {
        let Some(word) = words.get(at) else { continue };
        let ends = |ending: &String| word.lower.ends_with(ending.as_str());
        if !word.class.any(Class::WORD)
            || word.class.any(known)
            || !grammar.participle_endings.iter().any(ends)
        {
            continue;
        }
        let before = words.iter().take(at).rev().take(BETWEEN).find(|word| !word.class.any(between));
        let helped = before.is_some_and(|word| {
            word.class.any(Class::HELPER) && word.class.any(Class::FINITE.or(Class::GERUND))
        });
        if let Some(word) = words.get_mut(at).filter(|_| helped) {
            word.class = word.class.or(Class::VERB).or(Class::PARTICIPLE);
        }
    }
}

/// True when an auxiliary stands shortly before the participle at `at`.
fn helped(stream: &Stream, words: &[Word], at: usize, by_order: bool) -> bool {
    let between =
        Class::ASIDE.or(Class::TIME).or(Class::OBJECT).or(Class::SELF).or(Class::NOT).or(Class::SUBJECT);
    let start = stream.sentence_of(at).start;
    let reach = if by_order { GROUP + INSERTED } else { GROUP };
    for before in (start.max(at.saturating_sub(reach))..at).rev() {
        let Some(word) = words.get(before) else { return false };
        // `tendo convidado`, `per aver invitato`: a gerund or an infinitive gives no subject
        if word.class.any(Class::HELPER) {
            let none = Class::GERUND.or(Class::INFINITIVE);
            return !by_order || word.class.any(Class::FINITE) || !word.class.any(none);
        }
        let comma = word.class == Class::NONE && stream.is(before, ',');
        // `a au contraire estimé`: a preposition and its noun
        let led = before.checked_sub(1).and_then(|at| words.get(at)).map_or(Class::NONE, |word| word.class);
        // `es el encargado`, `ha detto l'avvocato della difesa`
        let article = word.class.any(Class::THE) && !word.class.any(Class::OBJECT.or(Class::PREPOSITION));
        let of = word.class.any(Class::OF) && !word.class.any(Class::OBJECT);
        if by_order && before + 1 == at && (article || of) {
            return false;
        }
        let noun = word.class.any(Class::WORD) && !word.class.any(Class::CLOSED.or(Class::CAPITAL));
        // `a, dans ce cadre, ajouté`, `a pour sa part estimé`
        let small = Class::DETERMINER;
        let own = by_order && (word.class.any(small) || noun && led.any(small));
        let governed =
            by_order && (noun && led.any(Class::PREPOSITION) || word.class.any(Class::PREPOSITION)) || own;
        if !word.class.any(between) && !word.class.any(Class::PARTICIPLE) && !comma && !governed {
            return false;
        }
    }
    false
}

fn word(stream: &Stream, grammar: &Grammar, at: usize, token: &Token) -> Word {
    let mut lower = String::new();
    let place = place_of(stream, at, token);
    match token.kind {
        Kind::Number => return guess::aged(grammar, token.core.of(stream.text), place),
        Kind::Punctuation(_) | Kind::Quote(_) => return Word { lower, class: place },
        Kind::Word => lower_into(token.core.of(stream.text), &mut lower),
    }
    // a title cut short has one form: it tells no case, and is no name
    if let Some(title) = lower.strip_suffix('.').filter(|title| grammar.naming.ranks.contains(*title)) {
        let known = grammar.class(title).without(Class::FIRST_CASE.or(Class::OTHER_CASE));
        let known = if known.any(Class::NOUN) { known } else { Class::ADDRESS };
        return Word { class: Class::WORD.or(place).or(known), lower: title.to_owned() };
    }
    let mut class = Class::WORD.or(place);
    let mut suffixed = false;
    if grammar.apostrophe
        && let Some((name, suffix)) = lower.split_once('\'')
    {
        let owner =
            grammar.case_suffixes.iter().find(|(known, _)| known == suffix).is_some_and(|(_, owner)| *owner);
        class = class.or(if owner { Class::GENITIVE.or(Class::OTHER_CASE) } else { Class::OTHER_CASE });
        let kept = name.len();
        lower.truncate(kept);
        suffixed = true;
    }
    if grammar.clitics
        && let Some((verb, pronoun)) = lower.rsplit_once('-')
        && grammar.class(pronoun).any(Class::SUBJECT)
    {
        let verb = verb.trim_end_matches("-t");
        let verb =
            grammar.class(verb).intersection(Class::ANY_VERB.or(Class::FINITE).or(Class::PASSIVE_HELPER));
        if verb != Class::NONE || grammar.may_be_verb(lower.split('-').next().unwrap_or_default()) {
            let verb = if verb == Class::NONE { Class::VERB.or(Class::FINITE) } else { verb };
            let pronoun = grammar.class(pronoun);
            return Word { class: class.or(verb).or(pronoun).or(Class::FINITE), lower };
        }
    }
    let mut known = grammar.class(&lower);
    // where nouns have no capital a name is no compound
    if grammar.cases && class.any(Class::CAPITAL) && grammar.is_short_compound(&lower) {
        known = Class::NONE;
    }
    // with a case behind its apostrophe a noun is no subject
    if suffixed {
        known = known.without(Class::FIRST_CASE);
    }
    // «говорит Ли»: no small word has a capital within its sentence
    let within = class.any(Class::CAPITAL) && !class.any(Class::OPENS.or(Class::UPPER));
    if grammar.gendered_verbs && within && known == Class::SUBORDINATE && is_behind_word(stream, at) {
        known = Class::NONE;
    }
    class = class.or(known);
    class = class.without(name_of_elided(stream, grammar, (at, token), class));
    // «… дорогу В Интернете»: one letter is a preposition, not a name
    if grammar.cases && known.any(Class::PREPOSITION) && lower.chars().count() == 1 {
        class = class.without(Class::CAPITAL.or(Class::UPPER));
    }
    let adverb = |ending: &String| lower.len() > 2 * ending.len().min(5) && lower.ends_with(ending.as_str());
    if known == Class::NONE && token.case == Case::Lower && grammar.aside_endings.iter().any(adverb) {
        class = class.or(Class::ASIDE);
    }
    if grammar.by_order() && known == Class::NONE {
        class = class.or(guess::elided(grammar, &lower));
    }
    // `Queixou-se`, also at the head of a sentence
    let small = token.case == Case::Lower || grammar.by_order() && class.any(Class::OPENS);
    if grammar.silent && known == Class::NONE && small {
        class = class.or(guess::with_pronoun(grammar, &lower));
    }
    if grammar.last_verb && known == Class::NONE && token.case == Case::Lower {
        class = class.or(guess::by_ending(grammar, &lower));
    }
    Word { lower, class: settled(grammar, class) }
}

/// A capital within a sentence is no small word; a word that may be a verb and a noun is a noun with a capital.
fn settled(grammar: &Grammar, class: Class) -> Class {
    let name = class.any(Class::CAPITAL) && !class.any(Class::OPENS);
    if name && (!grammar.capital_nouns || class.any(Class::ANY_VERB)) {
        let small = Class::ANY_VERB
            .or(Class::FINITE)
            .or(Class::ASIDE)
            .or(Class::SO_CALLED)
            .or(Class::COORDINATE)
            .or(Class::NOT)
            .or(Class::OBJECT)
            .or(Class::PARTICIPLE)
            .or(Class::INFINITIVE)
            .or(Class::PREPOSITION)
            .or(Class::OF);
        // nor has a month
        let time = if grammar.cases && !grammar.last_verb { Class::TIME } else { Class::NONE };
        // a title has no capital within a sentence where nouns have none
        let titled = if grammar.by_order() { Class::TITLED } else { Class::NONE };
        return class.without(small.or(titled).or(time));
    }
    // a surname and an adverb share letters: `Ubbo Lange`
    let class = if name && grammar.capital_nouns {
        class.without(Class::ASIDE.or(Class::COORDINATE).or(Class::NOT).or(Class::PREPOSITION))
    } else {
        class
    };
    // initials and a preposition share letters
    let class = if class.any(Class::PREPOSITION) && !class.any(Class::CAPITAL) {
        class.without(Class::BODY)
    } else {
        class
    };
    // a first name and a small word share letters: “Van”, “Mai”, `lance`; small it is none, nor has a verb its gender
    let verb = grammar.by_order() && class.any(Class::FIRST_NAME) && class.any(Class::ANY_VERB);
    let gender = if verb && !class.any(Class::NOUN) { Class::GENDER } else { Class::NONE };
    let given = Class::FIRST_NAME.or(Class::PLACE).or(gender);
    if class.any(Class::CAPITAL) { class } else { class.without(given) }
}

/// True right behind a word or a comma.
fn is_behind_word(stream: &Stream, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| stream.get(before));
    before.is_some_and(|token| token.kind == Kind::Word) || at > 0 && stream.is(at - 1, ',')
}

fn place_of(stream: &Stream, at: usize, token: &Token) -> Class {
    let mut class = Class::NONE;
    if token.kind == Kind::Word {
        if token.case != Case::Lower || guess::is_led(token.core.of(stream.text)) {
            class = class.or(Class::CAPITAL);
        }
        if token.case == Case::Upper || guess::is_of_two_words(token.core.of(stream.text)) {
            class = class.or(Class::UPPER);
        }
        if is_site(token.core.of(stream.text)) {
            class = Class::OUTLET;
        }
    }
    let opening = |at: usize| {
        stream.is_quote(at)
            || ['—', '–', '-', ':', '•', '(', '«', '"'].iter().any(|mark| stream.is(at, *mark))
    };
    if stream.sentence_of(at).start == at || at.checked_sub(1).is_some_and(opening) {
        class = class.or(Class::OPENS);
    }
    class
}
