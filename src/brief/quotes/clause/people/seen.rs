//! A name at its place: what stands around it.

use std::ops::Range;

use super::someone::Gender;
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort, Text};
use crate::brief::quotes::clause::words::{Class, same_word};

/// Chunks of a clause in which its verb is looked for.
const CLAUSE: usize = 64;

/// A name at its place.
pub(super) struct Seen<'c> {
    pub(super) noun: &'c Noun,
    pub(super) subject: bool,
    /// Subject of a verb of saying.
    pub(super) says: bool,
    /// The same, though it may be a thing: `Nebel zog auf`.
    pub(super) tells: bool,
    /// Behind words for whose view it is.
    pub(super) accords: bool,
    /// Subject of any verb.
    acts: bool,
    /// Right behind a verb.
    behind_verb: bool,
    /// What that verb tells.
    pub(super) gender: Option<Gender>,
}

impl<'c> Seen<'c> {
    pub(super) fn of(text: &Text, chunks: &'c [Chunk], at: usize) -> Option<Self> {
        let (noun, subject) = match &chunks.get(at)?.part {
            Part::Noun(noun) => (noun, true),
            Part::Governed(noun) | Part::According(noun) => (noun, false),
            _ => return None,
        };
        // `Berlin, souffle-t-elle`: a verb with its pronoun is another's
        let own =
            |chunk: &&Chunk| chunk.is_finite() && !(text.grammar.clitics && chunk.class.any(Class::SUBJECT));
        let near = |at: usize| chunks.get(at).filter(own);
        // the verb of a clause behind a conjunction may stand at its end
        let bound = at.checked_sub(1).and_then(|at| chunks.get(at));
        let bound = bound.is_some_and(|chunk| matches!(chunk.part, Part::Subordinate));
        let reach = if bound { at + CLAUSE } else { at + 3 };
        let parted = |at: &usize| bound && chunks.get(*at).is_none_or(|chunk| chunk.is(','));
        // `Irá, avisa, «…»`: no comma parts a subject from its verb, where order tells subjects
        let alone = noun.sort == Sort::Capital && text.has(noun.head, Class::OPENS);
        let closed =
            text.grammar.by_order() && alone && chunks.get(at + 1).is_some_and(|chunk| chunk.is(','));
        let reach = if closed { at + 1 } else { reach };
        let behind = (at + 1..reach).take_while(|at| !parted(at)).find_map(near);
        let verb = at.checked_sub(1).and_then(near).or(behind).filter(|_| subject);
        let behind_verb = subject && at.checked_sub(1).and_then(near).is_some();
        let accords = matches!(chunks.get(at)?.part, Part::According(_));
        let cue = verb.is_some_and(|verb| verb.class.any(Class::CUE));
        // `Stilles Wasser erwartet Segler`: a verb that judges proves no name, where every noun has a capital
        let judges = verb.is_some_and(|verb| verb.class.any(Class::CALL));
        let proves = cue && !(judges && is_described(text, noun));
        let says = accords || proves && !has_other_subject(chunks, at) && !is_object(text, chunks, at);
        let tells = says;
        let says = says && (!is_doubtful(text, noun) || proves && brings_words(chunks, at));
        let gender =
            verb.filter(|verb| verb.class.any(Class::SINGULAR)).and_then(|verb| Gender::of(verb.class));
        let acts = verb.is_some() || is_label(chunks, at);
        Some(Self { noun, subject, says, tells, accords, acts, behind_verb, gender })
    }

    /// A name that no verb has for its subject.
    pub(super) fn aside(noun: &'c Noun) -> Self {
        Self {
            noun,
            subject: false,
            says: false,
            tells: false,
            accords: false,
            acts: false,
            behind_verb: false,
            gender: None,
        }
    }

    /// True for two capitals without an article beside a verb, not at the head of a sentence, or of which the second stands
    /// alone elsewhere: where every noun has a capital, these are a name.
    pub(super) fn recurs(&self, text: &Text, name: &Range<usize>) -> bool {
        let known = Class::NOUN.or(Class::CLOSED).or(Class::ANY_VERB).or(Class::PLACE);
        let plain = self.acts
            && name.len() == 2
            && self.noun.determiner == Class::NONE
            && self.noun.tokens == *name
            && name.clone().all(|at| !text.has(at, known));
        let last = text.lower(name.end - 1);
        let alone = |at: usize| {
            let bare = at > 0
                && !text
                    .has(at - 1, Class::DETERMINER.or(Class::PREPOSITION).or(Class::OF).or(Class::CAPITAL));
            !name.contains(&at) && text.lower(at) == last && bare
        };
        let opens = text.has(name.start, Class::OPENS) || text.has(name.start, Class::TIME);
        // `meldet Nordstahl Verluste`: a subject and an object
        let parted = self.behind_verb
            && text
                .alike(name.start)
                .any(|at| text.lower(at) == text.lower(name.start) && text.lower(at + 1) != last);
        let opens = opens || self.behind_verb;
        let apart = !text.has(name.end, Class::CAPITAL) && !opens && self.subject;
        plain && !parted && (apart || text.alike(name.end - 1).any(alone))
    }
}

/// True for capitals that nothing within them tells to be a name, where every noun has a capital.
fn is_doubtful(text: &Text, noun: &Noun) -> bool {
    let Some(name) = noun.name.clone().filter(|_| text.grammar.capital_nouns) else { return false };
    let given = name.clone().any(|at| text.has(at, Class::FIRST_NAME));
    let titled = text.has(noun.head, Class::ROLE.or(Class::OPEN))
        || name.start.checked_sub(1).is_some_and(|at| text.has(at, Class::ADDRESS.or(Class::ROLE)));
    !given && !titled && !text.is_known_surname(name.end - 1)
}

/// `Ada Porto: „…“`: a phrase that a colon parts from the words behind it, and nothing before it.
fn is_label(chunks: &[Chunk], at: usize) -> bool {
    let words = chunks.get(2).is_some_and(|chunk| matches!(chunk.part, Part::Quote));
    at == 0 && words && chunks.get(1).is_some_and(|chunk| chunk.is(':'))
}

/// Chunks between a verb of saying and the words it brings.
const BRINGS: usize = 6;

/// `„…“, sagte Porto`, `danach sagte Porto: „…“`: a verb of saying beside the phrase at `at` and words in marks; `Nebel zog
/// auf`, `der Ton gibt nach` have none.
fn brings_words(chunks: &[Chunk], at: usize) -> bool {
    let says =
        |at: &usize| chunks.get(*at).is_some_and(|chunk| chunk.is_finite() && chunk.class.any(Class::SAY));
    let (before, behind) = (at.checked_sub(1).filter(says), (at + 1..at + 3).find(says));
    let Some(verb) = behind.or(before) else { return false };
    if is_whole_name(chunks, at, verb) {
        return true;
    }
    let quote = |at: usize| chunks.get(at).is_some_and(|chunk| matches!(chunk.part, Part::Quote));
    let comma = |at: usize| chunks.get(at).is_some_and(|chunk| chunk.is(','));
    let last = before.and_then(|verb| verb.checked_sub(1));
    let follows = last.is_some_and(|last| quote(last) || comma(last) && last > 0 && quote(last - 1));
    let other = |at: &usize| {
        let part = chunks.get(*at).map(|chunk| &chunk.part);
        part.is_none_or(|part| matches!(part, Part::Verb | Part::Quote | Part::Relative))
    };
    // `es gab Preise für „…“`: words that neither a colon nor a comma brings are none of theirs
    let marked = |at: usize| comma(at) || chunks.get(at).is_some_and(|chunk| chunk.is(':'));
    let from = at.max(verb) + 1;
    follows || (from..from + BRINGS).find(other).is_some_and(|at| quote(at) && marked(at - 1))
}

/// `Ubo Ten sagte, dass …`, `dort sagte Ubo Ten Ran`: more words than a subject and its object have in a main clause.
fn is_whole_name(chunks: &[Chunk], at: usize, verb: usize) -> bool {
    let Some(Part::Noun(noun)) = chunks.get(at).map(|chunk| &chunk.part) else { return false };
    let words = noun.name.as_ref().map_or(0, ExactSizeIterator::len);
    let bound = chunks.first().is_some_and(|chunk| matches!(chunk.part, Part::Subordinate));
    let weak = chunks.get(verb).is_some_and(|chunk| chunk.class.any(Class::READ.or(Class::CALL)));
    !bound && !weak && (at == 0 && words > 1 && verb == 1 || words > 2)
}

/// `Differently sees it the economist X`, `The exit, insists he, …`: the verb behind the phrase at `at` has its subject
/// behind it.
fn has_other_subject(chunks: &[Chunk], at: usize) -> bool {
    let comma = usize::from(chunks.get(at + 1).is_some_and(|chunk| chunk.is(',')));
    let verb = chunks.get(at + 1 + comma).filter(|chunk| chunk.is_finite());
    let noun = |at: usize| match chunks.get(at).map(|chunk| &chunk.part) {
        Some(Part::Noun(noun)) => Some(noun),
        _ => None,
    };
    let behind = (at + 2 + comma..at + 4 + comma).find_map(noun);
    verb.is_some() && behind.is_some_and(|noun| noun.is_human() && noun.may_be_subject)
}

/// `Der Anschlag wirft Fragen auf`: one capital behind a verb that has its subject before it, where every noun has a capital.
fn is_object(text: &Text, chunks: &[Chunk], at: usize) -> bool {
    let noun = |at: usize| match chunks.get(at).map(|chunk| &chunk.part) {
        Some(Part::Noun(noun)) => Some(noun),
        _ => None,
    };
    let finite = |at: &usize| chunks.get(*at).is_some_and(Chunk::is_finite);
    let verb = at.checked_sub(1).filter(finite);
    let subject = verb.and_then(|verb| verb.checked_sub(1)).and_then(noun);
    let own = noun(at).is_some_and(|noun| noun.sort == Sort::Capital);
    text.grammar.capital_nouns
        && own
        && subject.is_some_and(|noun| noun.may_be_subject && noun.sort != Sort::Pronoun)
}

/// True for a capital at the head of a sentence that is a small word elsewhere, or never a capital within a sentence, where
/// nouns have cases: any word may stand there.
#[must_use]
pub(super) fn is_word_elsewhere(text: &Text, at: usize) -> bool {
    let cases = text.grammar.cases && !text.grammar.last_verb;
    if !(cases && text.has(at, Class::OPENS)) || text.has(at, Class::FIRST_NAME) {
        return false;
    }
    let same = |other: &usize| *other != at && same_word(text.lower(*other), text.lower(at), true);
    let mut others = text.alike(at).filter(same);
    !others.any(|other| text.has(other, Class::CAPITAL) && !text.has(other, Class::OPENS))
}

/// True for a capital at the head of a sentence that is no first name and never a capital within one, where not every noun
/// has a capital: any word may stand there. The label of several lines is whoever speaks in them.
#[must_use]
pub(crate) fn is_word_alone(text: &Text, at: usize) -> bool {
    if text.grammar.capital_nouns || !text.has(at, Class::OPENS) || text.has(at, Class::FIRST_NAME) {
        return false;
    }
    // `Porto, behind a comma,`, `Porto has thanked`: where order tells subjects, this is one
    if text.grammar.by_order() && (text.is(at + 1, ',') || text.has(at + 1, Class::ANY_VERB)) {
        return false;
    }
    // `Tarhan, …`: where the verb is last, a word before a comma that the text has again, and with no small letter
    if text.grammar.last_verb && text.is(at + 1, ',') && recurs_as_name(text, at) {
        return false;
    }
    let mut others =
        text.alike(at).filter(|other| *other != at && same_word(text.lower(*other), text.lower(at), true));
    let label = |at: usize| text.is(at + 1, ':');
    !others.any(|other| {
        text.has(other, Class::CAPITAL) && (!text.has(other, Class::OPENS) || label(at) && label(other))
    })
}

/// True for two capitals without an article at the head of a sentence, the first no first name and with the ending of an
/// adjective, where every noun has a capital.
fn is_described(text: &Text, noun: &Noun) -> bool {
    let first = noun.tokens.start;
    let ends = |ending: &String| text.lower(first).ends_with(ending.as_str());
    text.grammar.capital_nouns
        && text.has(first, Class::OPENS)
        && !text.has(first, Class::FIRST_NAME)
        && noun.role.is_empty()
        && text.grammar.naming.adjective_endings.iter().any(ends)
}

/// True for a name without a first name or an office that stands as where something is: `Banja Luka'da`, a place.
#[must_use]
pub(super) fn is_where(text: &Text, noun: &Noun, name: &Range<usize>) -> bool {
    let somebody = text.has(name.start, Class::FIRST_NAME) || noun.class.any(Class::ROLE);
    text.grammar.apostrophe && !somebody && text.grammar.last.is_where(&text.words(&(name.end - 1..name.end)))
}

/// True for one capital that is a noun of its own, where every noun has a capital: `412 Seiten`, `die Mutter der beiden
/// Kinder`, `legte eine ältere Frau Blumen nieder`.
#[must_use]
pub(super) fn is_common(text: &Text, noun: &Noun, name: &Range<usize>) -> bool {
    let Some(before) = name.start.checked_sub(1) else { return false };
    let adjective = |at: usize| {
        let known = Class::CAPITAL
            .or(Class::PARTICLE)
            .or(Class::DETERMINER)
            .or(Class::PREPOSITION)
            .or(Class::ADDRESS);
        noun.tokens.contains(&at) && text.is_word(at) && !text.has(at, known)
    };
    let indefinite = noun.determiner.any(Class::ONE) && before > 0 && adjective(before - 1);
    let counted = text.has(before, Class::NUMBER);
    let alone = matches!(noun.sort, Sort::Capital | Sort::Person) && name.len() == 1;
    text.grammar.capital_nouns && alone && (counted || adjective(before) || indefinite)
}

/// `Demokratları`: several in another case, where the name of one has an apostrophe before its ending.
#[must_use]
pub(super) fn is_group(text: &Text, name: &Range<usize>) -> bool {
    let written = text.words(&(name.end - 1..name.end));
    text.grammar.apostrophe
        && !written.contains(['\'', '’'])
        && text.grammar.last.is_of_several(&written.to_lowercase())
}

/// True for a word that the text has elsewhere, too, always with a capital and in no form of several.
fn recurs_as_name(text: &Text, at: usize) -> bool {
    let same = |other: &usize| *other != at && text.lower(*other) == text.lower(at);
    let mut others = text.alike(at).filter(same).peekable();
    let several = text.has(at, Class::PLURAL) || text.grammar.last.is_of_several(text.lower(at));
    !several && others.peek().is_some() && others.all(|other| text.has(other, Class::CAPITAL))
}
