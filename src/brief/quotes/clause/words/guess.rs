//! Words that no table holds: verbs with a pronoun written behind them, words that lost their vowel, verbs that only a
//! pronoun before them tells.

use super::class::Class;
use super::grammar::Grammar;
use super::word::Word;
use crate::people::stream::Stream;
use crate::text::fold;

/// Letters of a verb without its pronoun.
const SHORTEST: usize = 5;

/// What a pronoun written behind its verb leaves of it: `queixou-se`, `quejarse`, `definirlo`.
#[must_use]
pub(super) fn with_pronoun(grammar: &Grammar, lower: &str) -> Class {
    let form = |verb: &str| grammar.class(verb).intersection(verb_forms());
    if let Some((verb, pronoun)) = lower.split_once('-') {
        let pronoun = pronoun.split('-').next().unwrap_or(pronoun);
        let pronoun = grammar.class(pronoun);
        let verb = form(verb);
        let known = verb != Class::NONE && pronoun.any(Class::OBJECT.or(Class::SELF));
        return if known { verb.or(pronoun.intersection(Class::SELF)) } else { Class::NONE };
    }
    let cuts = lower.char_indices().rev().map(|(at, _)| at).skip(1).take(2);
    cuts.filter_map(|at| lower.split_at_checked(at))
        .filter(|(verb, pronoun)| verb.chars().count() >= SHORTEST && is_pronoun(grammar, pronoun))
        .map(|(verb, _)| match form(&fold(verb)).or(form(&format!("{verb}e"))) {
            Class::NONE
                if grammar.infinitive_endings.iter().any(|ending| verb.ends_with(ending.as_str())) =>
            {
                Class::VERB.or(Class::INFINITIVE)
            }
            known => known.intersection(Class::ANY_VERB.or(Class::INFINITIVE).or(Class::GERUND)),
        })
        .find(|class| class.any(Class::INFINITIVE.or(Class::GERUND)))
        .unwrap_or(Class::NONE)
}

/// A short word behind one that lost its vowel before it: `n'a`, `qu'un`, `d'un`.
#[must_use]
pub(super) fn elided(grammar: &Grammar, lower: &str) -> Class {
    let Some((head, tail)) = lower.split_once('\'') else { return Class::NONE };
    let (head, tail) = (grammar.class(head), grammar.class(tail));
    let ties = head.intersection(Class::PREPOSITION.or(Class::OF));
    if head.any(Class::SUBORDINATE) {
        Class::SUBORDINATE
    } else if ties != Class::NONE && !head.any(Class::OBJECT) {
        ties
    } else if head.any(Class::THE) && tail.any(Class::PAST) {
        // `l'ex`, too short to be two words
        Class::THE.or(tail)
    } else if head.any(Class::CLOSED) {
        tail
    } else {
        Class::NONE
    }
}

fn verb_forms() -> Class {
    Class::ANY_VERB
        .or(Class::FINITE)
        .or(Class::SINGULAR)
        .or(Class::PLURAL)
        .or(Class::INFINITIVE)
        .or(Class::GERUND)
        .or(Class::PARTICIPLE)
}

fn is_pronoun(grammar: &Grammar, word: &str) -> bool {
    word.len() > 1 && grammar.class(word).any(Class::OBJECT.or(Class::SELF))
}

/// `Some called it “…”`: a form that may be a verb of the number of such a pronoun right before it, which may be a
/// determiner, too.
#[must_use]
pub(super) fn has_anybody(words: &[Word], at: usize, grammar: &Grammar) -> bool {
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    let number = before.and_then(|word| grammar.naming.anybody.get(&word.lower));
    let own = words.get(at).map_or(Class::NONE, |word| word.class);
    number.is_some_and(|number| own.any(*number)) && own.any(Class::FINITE) && !own.any(Class::NOUN)
}

/// `has asked a delegate`: a participle that is somebody, too, right behind an article of one.
#[must_use]
pub(super) fn is_somebody(words: &[Word], at: usize) -> bool {
    let class = |at: Option<usize>| at.and_then(|at| words.get(at)).map_or(Class::NONE, |word| word.class);
    class(Some(at)).any(Class::SPEAKER) && class(at.checked_sub(1)).any(Class::ONE)
}

/// `Accused by X of …`: takes participles at the head of their clause, right before whoever does it, for no nouns.
pub(super) fn with_agents(words: &mut [Word]) {
    for at in 0..words.len() {
        let class =
            |at: Option<usize>| at.and_then(|at| words.get(at)).map_or(Class::NONE, |word| word.class);
        let (own, before) = (class(Some(at)), class(at.checked_sub(1)));
        let both =
            own.any(Class::PARTICIPLE) && own.any(Class::NOUN) && class(Some(at + 1)).any(Class::AGENT);
        if both
            && !before.any(Class::DETERMINER.or(Class::OF))
            && let Some(word) = words.get_mut(at)
        {
            word.class = word.class.without(Class::NOUN.or(Class::GENDER));
        }
    }
}

/// Tokens between an auxiliary and its participle at the end of the clause.
const BRACKET: usize = 16;

/// `hat am Montag in Kiel gesagt, …`, `hat der „Post“ gesagt, …`: a participle that ends its clause, with an auxiliary of no
/// passive in it.
#[must_use]
pub(super) fn ends_bracket(stream: &Stream, words: &[Word], at: usize) -> bool {
    if !(stream.is(at + 1, ',') || stream.is(at + 1, ':')) {
        return false;
    }
    let start = stream.sentence_of(at).start.max(at.saturating_sub(BRACKET));
    let class = |at: &usize| words.get(*at).map_or(Class::NONE, |word| word.class);
    let within = |at: &usize| class(at).any(Class::WORD.or(Class::NUMBER)) || stream.is_quote(*at);
    (start..at).rev().take_while(within).any(|at| {
        let class = class(&at);
        class.any(Class::HELPER) && class.any(Class::FINITE) && !class.any(Class::PASSIVE_HELPER)
    })
}

/// Letters of a small word before its ending.
const STEM: usize = 2;

/// What the ending of a small word nobody knows tells where the verb is last: a gerund, a participle, a noun in a case.
#[must_use]
pub(super) fn by_ending(grammar: &Grammar, lower: &str) -> Class {
    let ends = |(ending, _): &&(String, Class)| {
        lower.strip_suffix(ending.as_str()).is_some_and(|stem| stem.chars().count() >= STEM)
    };
    let best = grammar.small_endings.iter().filter(ends).max_by_key(|(ending, _)| ending.chars().count());
    best.filter(|_| !grammar.undeclined.contains(lower)).map_or(Class::NONE, |(_, class)| *class)
}

/// Where the verb is last: a participle with a short ending, which nouns may have, too, is one behind a noun in a case; a
/// word that may be a verb or a noun is a noun at the head of a sentence and behind a participle.
pub(super) fn last_verbs(words: &mut [Word], grammar: &Grammar) {
    if !grammar.last_verb {
        return;
    }
    for at in 0..words.len() {
        let before = |back: usize| at.checked_sub(back).and_then(|at| words.get(at)).map(|word| word.class);
        let Some(word) = words.get(at) else { continue };
        let (own, led) = (word.class, before(1).unwrap_or_default());
        let noun = own.any(Class::NOUN) && own.any(Class::FINITE);
        let behind = led.any(Class::ADNOMINAL) || led.any(Class::ONE) && !led.any(Class::OPENS);
        let dropped = if noun && (own.any(Class::OPENS) || behind) {
            Class::ANY_VERB.or(Class::FINITE)
        } else if own.any(Class::ADNOMINAL) && own.any(Class::VERB) && !is_governed(led, before(2)) {
            if grammar.words.contains(&word.lower) { Class::NONE } else { Class::VERB.or(Class::ADNOMINAL) }
        } else {
            Class::NONE
        };
        if let Some(word) = words.get_mut(at) {
            word.class = word.class.without(dropped);
        }
    }
}

/// True right behind a noun in a case, or behind one and a small word.
fn is_governed(before: Class, outer: Option<Class>) -> bool {
    let object = |class: Class| class.any(Class::OTHER_CASE) && !class.any(Class::FIRST_CASE);
    let small = before.any(Class::WORD) && !before.any(Class::CAPITAL.or(Class::NOUN));
    object(before) || small && outer.is_some_and(object)
}

/// A number; `58-Jährige`, `58-latek`, `58enne`: a person by age.
#[must_use]
pub(super) fn aged(grammar: &Grammar, word: &str, place: Class) -> Word {
    let tied = word.rsplit_once('-').map(|(_, noun)| noun);
    let behind = word.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let lower = tied.unwrap_or(behind).to_lowercase();
    let known = grammar.class(&lower);
    if !known.any(Class::ROLE) {
        return Word { lower: String::new(), class: Class::NUMBER.or(place) };
    }
    let capital = if tied.is_some() { Class::CAPITAL } else { Class::NONE };
    Word { lower, class: known.or(Class::WORD).or(capital).or(place) }
}

/// Most letters of what leads a name behind a hyphen.
const LEAD: usize = 3;

/// `al-Porto`: a name led by a small word.
#[must_use]
pub(super) fn is_led(word: &str) -> bool {
    word.split_once('-')
        .is_some_and(|(lead, name)| lead.chars().count() <= LEAD && name.starts_with(char::is_uppercase))
}

/// `WhatsApp`: a capital right behind four small letters or more, as names of people with a prefix, `MacLean`, never have.
pub(super) fn is_of_two_words(word: &str) -> bool {
    let small = word.chars().skip(1).take_while(|letter| letter.is_lowercase()).count();
    small >= PREFIX && word.chars().nth(small + 1).is_some_and(char::is_uppercase)
}

/// Letters behind the first of the shortest word that is no prefix of a surname.
const PREFIX: usize = 4;

/// Classes the unknown words among `words` that stand as adverbs beside a verb that brings words.
pub(super) fn adverbs(words: &mut [Word], grammar: &Grammar) {
    if grammar.adverb_endings.is_empty() {
        return;
    }
    let known = Class::CLOSED.or(Class::NOUN).or(Class::ANY_VERB).or(Class::CAPITAL);
    let between = Class::ASIDE.or(Class::TIME).or(Class::SELF).or(Class::OBJECT).or(Class::PREPOSITION);
    for at in 0..words.len() {
        let Some(word) = words.get(at) else { continue };
        let ends = |ending: &String| word.lower.ends_with(ending.as_str());
        let unknown = word.class.any(Class::WORD) && !word.class.any(known);
        if !unknown
            || grammar.is_oblique(&word.lower)
            || word.lower.chars().count() < SHORTEST_ADVERB
            || !grammar.adverb_endings.iter().any(ends)
        {
            continue;
        }
        let cue = |word: &Word| word.class.any(Class::CUE) && word.class.any(Class::FINITE);
        let behind = words.get(at + 1).is_some_and(cue);
        let before = words.iter().take(at).rev().take(BESIDE).find(|word| !word.class.any(between));
        let beside = behind || before.is_some_and(cue);
        if let Some(word) = words.get_mut(at).filter(|_| beside) {
            word.class = word.class.or(Class::ASIDE);
        }
    }
}

/// Letters of the shortest adverb known by its ending.
const SHORTEST_ADVERB: usize = 4;

/// Words between an adverb and its verb.
const BESIDE: usize = 3;

/// `Ona göre`, `Ella dice`: at the head of a sentence, before no other capital, a pronoun is no first name.
pub(super) fn pronouns(words: &mut [Word]) {
    let pronoun = Class::SUBJECT.or(Class::OBJECT).or(Class::OWNER).or(Class::ONE).or(Class::THE);
    for at in 0..words.len() {
        let named = words.get(at + 1).is_some_and(|next| next.class.any(Class::CAPITAL));
        let Some(word) = words.get_mut(at).filter(|_| !named) else { continue };
        if word.class.any(Class::FIRST_NAME) && word.class.any(Class::OPENS) && word.class.any(pronoun) {
            word.class = word.class.without(Class::FIRST_NAME);
        }
    }
}

/// True for a form that may be a finite verb right behind a determiner or a preposition: there it is a noun.
pub(super) fn stands_as_noun(words: &[Word], at: usize, grammar: &Grammar) -> bool {
    let by_order = grammar.by_order();
    let class = |at: Option<usize>| at.and_then(|at| words.get(at)).map_or(Class::NONE, |word| word.class);
    let own = class(Some(at));
    let other = Class::PARTICIPLE
        .or(Class::INFINITIVE)
        .or(Class::GERUND)
        .or(Class::ADNOMINAL)
        .or(Class::SUBJECT)
        .or(Class::HELPER);
    if !own.any(Class::FINITE) || own.any(other) {
        return false;
    }
    let several =
        Class::SUBORDINATE.or(Class::ASIDE).or(Class::ACCORD_OPENS).or(Class::RELATIVE).or(Class::TIME);
    let (before, outer) = (class(at.checked_sub(1)), class(at.checked_sub(2)));
    let determiner = Class::ONE.or(Class::OWNER).or(Class::CASE).or(Class::FEMALE_CASE);
    // `la replica del ministro`: a known noun behind an article
    if by_order && own.any(Class::NOUN) && before.any(Class::THE) {
        return true;
    }
    // `a culpa é`: an article or a pronoun, a form that may be a verb, and another verb
    let verb = words.get(at + 1).is_some_and(|next| {
        next.class.any(Class::FINITE) && next.class.any(Class::HELPER) && !next.class.any(Class::NOUN)
    });
    if by_order && before.any(Class::THE) && before.any(Class::OBJECT) && verb {
        return true;
    }
    // `a defesa dele afirma`: whose it is, behind its noun
    if by_order && before.any(Class::OWNER) && outer.any(Class::NOUN) {
        return false;
    }
    let noun = before.any(determiner.or(Class::PREPOSITION))
        && !before.any(several.or(Class::OBJECT).or(Class::SUBJECT));
    let of = before.any(Class::OF) && !before.any(several.without(Class::ACCORD_OPENS).or(Class::OBJECT));
    // `el trabajo`: an article that is no pronoun, as `este` and `ella misma` are
    let stands = |lower: &str| grammar.naming.latter.iter().any(|(words, _)| words == &[lower]);
    let alone = at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| stands(&word.lower));
    let article = before.any(Class::THE)
        && !alone
        && !outer.any(Class::SUBJECT)
        && !before.any(Class::OBJECT.or(Class::SUBJECT).or(Class::PREPOSITION).or(Class::RELATIVE));
    // `en la planta`, `après la visite`
    let several = if by_order { several.without(Class::ACCORD_OPENS.or(Class::ASIDE)) } else { several };
    noun || (of || article) && by_order
        || before.any(Class::THE) && outer.any(Class::PREPOSITION) && !outer.any(several)
}
