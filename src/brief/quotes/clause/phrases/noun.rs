//! Noun phrases.

use std::ops::Range;

use super::text::Text;
use crate::brief::quotes::clause::words::Class;

/// What a noun phrase is, as far as its own words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A person with a name.
    Person,
    /// One word with a capital: a person, a country, anything.
    Capital,
    /// A person by office or calling.
    Role,
    /// Somebody whose name is not told.
    Open,
    /// A body or a country.
    Body,
    /// A paper, an agency, a station.
    Outlet,
    /// A text.
    Document,
    /// Something said.
    Utterance,
    /// A pronoun that is a subject.
    Pronoun,
    /// Anything else.
    Thing,
}

/// A noun phrase.
#[derive(Debug, Clone)]
pub(crate) struct Noun {
    /// All of it.
    pub(crate) tokens: Range<usize>,
    /// The word it turns on.
    pub(crate) head: usize,
    /// The name within it.
    pub(crate) name: Option<Range<usize>>,
    /// The words for what somebody is.
    pub(crate) role: Range<usize>,
    /// What a preposition or the owner's case ties to its head.
    pub(crate) owner: Option<Range<usize>>,
    /// What it is.
    pub(crate) sort: Sort,
    /// Classes of its head, gender and number among them.
    pub(crate) class: Class,
    /// Classes of its determiners.
    pub(crate) determiner: Class,
    /// False for a form that is no subject.
    pub(crate) may_be_subject: bool,
    /// True for a form that is one.
    pub(crate) first_case: bool,
}

impl Noun {
    /// True for what can be told to have said something.
    #[must_use]
    pub(crate) fn can_speak(&self) -> bool {
        !matches!(self.sort, Sort::Thing | Sort::Document | Sort::Utterance)
    }

    /// True for a person or somebody.
    #[must_use]
    pub(crate) fn is_human(&self) -> bool {
        matches!(self.sort, Sort::Person | Sort::Role | Sort::Open | Sort::Pronoun)
    }

    /// `il Cavaliere`: one capital behind an article, where order tells subjects, that is no place: it may be what somebody is
    /// called.
    #[must_use]
    pub(crate) fn is_epithet(&self, text: &Text) -> bool {
        let last = self.tokens.end - 1;
        let other = Class::PLACE.or(Class::UPPER).or(Class::NOUN);
        let called = self.determiner.any(Class::THE) && self.tokens.start + 1 == last;
        text.grammar.by_order() && called && text.has(last, Class::CAPITAL) && !text.has(last, other)
    }

    /// True for a name of two words or more that a first name begins, where names are known at all.
    #[must_use]
    pub(crate) fn name_is_full(&self, text: &Text) -> bool {
        let Some(name) = &self.name else { return false };
        name.len() > 1 && (!text.grammar.capital_nouns || text.has(name.start, Class::FIRST_NAME))
    }

    /// True for an office in a form that only a subject has.
    pub(super) fn is_office_as_subject(&self) -> bool {
        self.first_case && self.class.any(Class::ROLE)
    }

    /// `General`: an office alone without an article, where nouns have articles: its holder stands elsewhere.
    pub(crate) fn is_bare_office(&self, text: &Text) -> bool {
        let bare = self.sort == Sort::Role && self.name.is_none() && self.determiner == Class::NONE;
        bare && (text.grammar.by_order() || text.grammar.capital_nouns)
    }

    /// True for somebody or several not known before.
    #[must_use]
    pub(crate) fn is_indefinite(&self) -> bool {
        self.determiner.any(Class::ONE) && !self.determiner.any(Class::OWNER)
    }
}

/// A noun phrase as its tokens are read.
#[derive(Debug, Default)]
pub(super) struct Core {
    /// First token behind the determiners.
    pub(super) start: usize,
    /// One past its last token.
    pub(super) end: usize,
    /// The noun it turns on.
    pub(super) head: Option<usize>,
    /// First token of what belongs to the head.
    pub(super) owner: Option<usize>,
    /// Classes of its determiners.
    pub(super) determiner: Class,
    /// Gender and number that they tell.
    pub(super) form: Class,
}

/// Tokens between a determiner and the participle before its noun.
const ATTRIBUTE: usize = 7;

impl Core {
    /// True for a noun on which the phrase turns rather than on the one before; where the verb is last, so is that noun.
    #[must_use]
    pub(super) fn is_better_head(&self, text: &Text, class: Class) -> bool {
        let last = text.grammar.last_verb;
        // `emlak müdürü raporu`: where the verb is last, whose it is stands before its noun
        let somebody =
            |head: usize| text.has(head, Class::ROLE.or(Class::OPEN)) && !text.has(head, Class::BODY);
        let small = last && class.any(Class::DOCUMENT) && !class.any(Class::CAPITAL);
        // «ответ министерства»
        let said = text.grammar.cases && !last && class.any(Class::BODY);
        let other = Class::SPEAKER.or(Class::DOCUMENT).or(if said { Class::UTTERANCE } else { Class::NONE });
        self.head.is_none_or(|head| {
            class.any(Class::SPEAKER) && (last || !text.has(head, other)) || small && somebody(head)
        })
    }

    /// `eine im Mai in Kiel veröffentlichte Studie`: behind the determiner, where every noun has a capital, a phrase behind a
    /// preposition and the participle it belongs to stand before the noun.
    pub(super) fn pass_attribute(&mut self, text: &Text, end: usize) {
        let led = self.determiner != Class::NONE;
        if let Some(at) = attribute(text, self.end, end).filter(|_| led) {
            self.start = at;
            self.end = at;
        }
    }

    /// «директор Роскосмоса»: one capital behind an office in the form of a subject, in the owner's case of a capital that the
    /// text has without that ending.
    pub(super) fn is_owner(&self, text: &Text, run: &Range<usize>) -> bool {
        let head = self.head.filter(|head| head + 1 == run.start && run.len() == 1);
        let office = head.is_some_and(|head| {
            let class = text.class(head);
            class.any(Class::ROLE) && class.any(Class::FIRST_CASE) && !class.any(Class::OTHER_CASE)
        });
        let known = Class::FIRST_NAME.or(Class::PLACE);
        if !(office && text.grammar.owner_behind) || text.has(run.start, known) {
            return false;
        }
        let plain = text.grammar.first_case(text.lower(run.start), true);
        let stands =
            |other: usize| text.has(other, Class::CAPITAL) && Some(text.lower(other)) == plain.as_deref();
        plain.as_deref() != Some(text.lower(run.start)) && text.alike(run.start).any(stands)
    }

    /// «адвокат Павла Иванова», «министр после встречи с комиссаром Анной Портовой»: a first name surely in another case
    /// behind an office surely in the first is not that of whoever holds it.
    pub(super) fn has_other_case(&self, text: &Text, run: &Range<usize>) -> bool {
        let surely = |class: Class, own: Class, other: Class| class.any(own) && !class.any(other);
        let first = self.head.is_some_and(|head| {
            let class = text.class(head);
            class.any(Class::ROLE) && surely(class, Class::FIRST_CASE, Class::OTHER_CASE)
        });
        // a surname may have the form of a first name
        let given = run.clone().find(|at| text.has(*at, Class::FIRST_NAME));
        let plain =
            given.is_some_and(|at| at > run.start && text.grammar.is_mans_first_case(text.lower(at - 1)));
        let given = given.map(|at| text.class(at)).filter(|_| !plain);
        let other = given.is_some_and(|class| surely(class, Class::OTHER_CASE, Class::FIRST_CASE));
        // right behind the office only the owner's case may stand
        // or the country it is of
        let country = |at: usize| text.has(at, Class::PLACE) && text.has(at, Class::OTHER_CASE);
        let name = run.clone().find(|at| !country(*at)).unwrap_or(run.start);
        let beside = self.head.is_some_and(|head| head + 1 == run.start || name > run.start);
        let owner = !(beside && text.grammar.is_object(text.lower(name)));
        let surname = run.len() > 1 && text.grammar.is_surely_owner(text.lower(run.end - 1));
        text.grammar.owner_behind && text.grammar.cases && first && (other && owner || surname)
    }
}

/// The participle that ends what stands before a noun, where the token `from`, right behind the determiner, is a preposition
/// and every noun has a capital.
#[must_use]
pub(super) fn attribute(text: &Text, from: usize, end: usize) -> Option<usize> {
    if !text.grammar.capital_nouns || !text.has(from, Class::PREPOSITION) || text.has(from, Class::CAPITAL) {
        return None;
    }
    let participle = |at: &usize| {
        let class = text.class(*at);
        // `Eine im Mai veröffentlichte Studie zeigt`: a form of the past, too, where the sentence has another verb
        let finite = (at + 2..end.min(at + 2 + ATTRIBUTE)).any(|at| text.has(at, Class::FINITE));
        let finite = if finite { Class::HELPER } else { Class::FINITE };
        let known = Class::CLOSED.or(finite).or(Class::CAPITAL).or(Class::NUMBER);
        let adjective =
            text.grammar.naming.adjective_endings.iter().any(|end| text.lower(*at).ends_with(end));
        adjective && class.any(Class::WORD) && !class.any(known) && text.has(at + 1, Class::CAPITAL)
    };
    let inside = (from + 1..end.min(from + ATTRIBUTE))
        .take_while(|at| text.is_word(*at) || text.has(*at, Class::NUMBER));
    inside.skip(1).find(participle)
}

/// A pronoun that is a subject.
#[must_use]
pub(super) fn pronoun(at: usize, class: Class) -> Noun {
    Noun {
        tokens: at..at + 1,
        head: at,
        name: None,
        role: at..at,
        owner: None,
        sort: Sort::Pronoun,
        class,
        determiner: Class::NONE,
        may_be_subject: true,
        first_case: true,
    }
}

/// `the latter`, `this one`: whoever was named last, where a verb or a mark follows; `the first`, `the second`: either of two.
#[must_use]
pub(super) fn latter(text: &Text, at: usize, end: usize) -> Option<Noun> {
    let fits =
        |words: &Vec<String>| words.iter().enumerate().all(|(offset, word)| text.lower(at + offset) == word);
    let (words, of) = text.grammar.naming.latter.iter().find(|(words, _)| fits(words))?;
    let behind = at + words.len();
    if of.any(Class::FORMER.or(Class::SECOND)) {
        return of_two(text, at..behind, end)
            .then(|| Noun { tokens: at..behind, ..pronoun(at, Class::SUBJECT.or(Class::LATTER).or(*of)) });
    }
    let small = Class::SELF.or(Class::OBJECT).or(Class::NOT).or(Class::HELPER);
    let noun = Class::NOUN.or(Class::CAPITAL);
    let article = text.has(at, Class::THE.or(Class::RELATIVE));
    // `sagte dieser am Montag`, `so dieser dem Sender`: where every noun has a capital, none follows
    let adjunct = Class::PREPOSITION.or(Class::TIME).or(Class::ASIDE).or(Class::CASE);
    let told = text.grammar.capital_nouns && !article && text.has(behind, adjunct);
    // `Die „Rundschau“ nannte`
    let title = article && text.is_quote(behind);
    let closed = behind >= end
        || !text.is_word(behind) && !title
        || (told || text.has(behind, small.or(Class::ANY_VERB))) && !text.has(behind, noun)
        || words.len() > 1 && !(text.grammar.by_order() && text.has(behind, noun));
    let alone = words.len() > 1 || !article || text.has(at, Class::OPENS);
    let class = Class::SUBJECT.or(Class::LATTER).or(*of);
    (closed && alone).then(|| Noun { tokens: at..behind, ..pronoun(at, class) })
}

/// `the first said`, `“…”, said the second.`: no noun follows.
fn of_two(text: &Text, words: Range<usize>, end: usize) -> bool {
    let small = Class::SELF.or(Class::OBJECT).or(Class::NOT).or(Class::HELPER);
    let next = words.end;
    let verb = text.has(next, small.or(Class::ANY_VERB)) && !text.has(next, Class::NOUN.or(Class::CAPITAL));
    let said = words.start.checked_sub(1).is_some_and(|at| text.has(at, Class::CUE));
    let adjunct = said && text.has(next, Class::PREPOSITION.or(Class::TIME)) && !text.has(next, Class::OF);
    next >= end || !text.is_word(next) && !text.is_quote(next) || verb || adjunct
}

/// `la skieuse slovène Ana Porto`: small words of what the office is between it and the name.
pub(super) fn is_adjective_before(text: &Text, core: &Core, name: std::ops::Range<usize>) -> bool {
    let adjective = |at: usize| text.is_word(at) && !text.has(at, Class::CLOSED.or(Class::CAPITAL));
    let head = core.head.filter(|head| *head < name.start && text.has(*head, Class::ROLE));
    name.len() > 1 && head.is_some_and(|head| (head + 1..name.start).all(adjective))
}

/// Words a person's name has where other names stand before it.
pub(super) const USUAL: usize = 2;

/// `the candidate of the Broad Coastal Front`: capitals behind an article that no known place opens may all be the name of
/// what the office is of; behind the preposition alone, `the mayor of Altapiana Rita Porto`, the first is a place.
pub(super) fn is_of_unknown(text: &Text, run: &Range<usize>, behind: bool) -> bool {
    let place = text.has(run.start, Class::PLACE.or(Class::UPPER));
    let tie = text.lower(run.start.saturating_sub(1));
    let plain = !tie.is_empty() && text.grammar.owner_preposition.starts_with(tie);
    let pair = run.len() == USUAL + 1;
    !(behind || place || plain && pair)
}

/// `Sprecherin des norwegischen Blauen Kreuzes`: the first token of the small words that stand before a run of capitals behind
/// a noun, where every noun has a capital.
#[must_use]
pub(super) fn behind_adjectives(text: &Text, core: &Core, chain: usize) -> usize {
    let floor = core.head.filter(|_| text.grammar.capital_nouns).map_or(chain, |head| head + 1);
    let small = |at: &usize| text.is_word(*at) && !text.has(*at, Class::CLOSED.or(Class::CAPITAL));
    (floor..chain).rev().take_while(small).last().unwrap_or(chain)
}
