//! What governs a verb of saying, and whether that tells that the words were said.
//!
//! In: a verb of saying. Out: true where its clause, or what governs it, tells that nobody said the words, or leaves it
//! open. The classes of what governs are those of L. Karttunen, “Implicative Verbs”, Language 47 (1971): who managed to say
//! something said it, and who did not manage did not; who refused did not, and who did not refuse did; who wanted to may or
//! may not have.

use super::Class;
use super::group::Group;
use super::words::Kind;

/// Commas between an infinitive and what governs it.
const COMMAS: usize = 2;

/// Tokens before a conjunction of purpose.
const PURPOSE: usize = 2;

/// Tokens of an adverbial at the head of a sentence.
const OPENING: usize = 5;

/// How a verb of saying stands in its clause.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// With a subject of its own.
    Finite,
    /// An infinitive, or a participle with one.
    Bound,
    /// A participle beside another verb.
    Gerund,
}

impl Group<'_, '_> {
    /// True where the clause of the verb of saying, or what governs it, tells that the words at `token` were not said or
    /// leaves it open.
    pub(super) fn is_governed(&self, verb: usize, token: usize, behind: bool) -> bool {
        let over = behind.then_some(token);
        if self.is_unreal(verb) || self.is_alleged_behind(verb) || self.is_asked(token) {
            return true;
        }
        match self.form(verb, over) {
            Form::Bound => self.bound(verb, over).unwrap_or_else(|| self.is_posed(verb)),
            Form::Gerund => self.shown_by_made_up(verb) || verb > self.start && self.is(verb - 1, Kind::NOT),
            Form::Finite => self.is_posed(verb) || self.in_clause(verb, over, token),
        }
    }

    fn form(&self, verb: usize, over: Option<usize>) -> Form {
        let class = self.text.class(verb);
        let finite = |at: usize| self.text.has(at, Class::HELPER) && self.text.has(at, Class::FINITE);
        let helped = |at: usize| self.is_small(at) || self.text.has(at, Class::ASIDE.or(Class::TIME));
        if self.is_gerund(verb) {
            return Form::Gerund;
        }
        if self.is_infinitive(verb) {
            return Form::Bound;
        }
        let path = self.path(verb, over);
        let beside = path.iter().take_while(|at| helped(**at)).any(|at| self.text.has(*at, Class::HELPER));
        if !class.any(Class::PARTICIPLE) || class.any(Class::FINITE) && !beside {
            return Form::Finite;
        }
        // `gesagt zu haben`, `de haber dicho`
        let infinitive = self.text.is_word(verb + 1) && finite(verb + 2) && !finite(verb + 1);
        let nearest = path.into_iter().find(|at| self.text.has(*at, Class::HELPER));
        let auxiliary = !infinitive && (finite(verb + 1) || nearest.is_some_and(finite));
        if auxiliary { Form::Finite } else { Form::Bound }
    }

    fn is_infinitive(&self, verb: usize) -> bool {
        self.words.to_say.contains(self.text.lower(verb))
    }

    /// What governs an infinitive or a participle; None where nothing that is known does.
    fn bound(&self, verb: usize, over: Option<usize>) -> Option<bool> {
        let told = if self.is_infinitive(verb) { Kind::HEARSAY.or(Kind::FUTURE) } else { Kind::OPEN };
        // `could not but say`
        if verb > self.start && self.is(verb - 1, Kind::NOT) {
            return Some(false);
        }
        // `it was not X to say`
        if verb > self.start && self.text.has(verb - 1, Class::PREPOSITION) && self.is_cleft_denied(verb - 1)
        {
            return Some(true);
        }
        for at in self.straight(verb, over, COMMAS) {
            let kinds = self.kind(at);
            if kinds.any(Kind::OPEN.or(told)) {
                return Some(true);
            }
            // `took the floor in order to say`, `instead of that he said`
            let comma = usize::from(self.text.is(at.saturating_sub(1), ','));
            let before = at.saturating_sub(1 + comma);
            // `from this that he said`
            let correlative = before > self.start && self.text.has(before, Class::OBJECT);
            if self.opens(at) && !correlative {
                let before = self.path(at, None);
                return Some(before.into_iter().take(PURPOSE).any(|at| self.is(at, Kind::OPEN)));
            }
            let helped = |at: usize| at > self.start && self.is(at - 1, Kind::OPEN);
            if kinds.any(Kind::WITHHOLDS.or(Kind::DENY)) {
                return Some(!self.is_governor_denied(at) || helped(at));
            }
            if kinds.any(Kind::BRINGS) {
                return Some(self.is_governor_denied(at) || helped(at));
            }
            let finite = self.text.has(at, Class::FINITE) && self.text.has(at, Class::ANY_VERB);
            if finite && !helped(at) || self.text.has(at, Class::COORDINATE) {
                return finite.then(|| self.is_never(at));
            }
        }
        None
    }

    /// What stands in the clause of a verb of saying, and what governs the clause.
    fn in_clause(&self, verb: usize, over: Option<usize>, token: usize) -> bool {
        if self.is_subject_denied(verb) {
            return true;
        }
        let inverted = verb > self.start && self.text.is(verb - 1, ',') && self.is_of_subject(verb + 1);
        let path = if inverted { Vec::new() } else { self.path(verb, over) };
        for at in path {
            let kinds = self.kind(at);
            if kinds.any(Kind::NEVER) && !self.is(at + 1, Kind::ONLY) {
                return true;
            }
            let made_up = kinds.any(Kind::MADE_UP) && self.says_only(verb) && !self.is_topic(at);
            if made_up || kinds.any(Kind::ALLEGED) && self.is_adverbial(at) {
                return true;
            }
            let helper = self.text.has(at, Class::HELPER);
            if kinds.any(Kind::OPEN) && helper {
                return true;
            }
            let adjunct = Class::TIME.or(Class::PREPOSITION).or(Class::NUMBER);
            if kinds.any(Kind::CONDITION) && !self.is_reflexive(at) && !self.text.has(at + 1, adjunct) {
                return true;
            }
            if self.opens(at) {
                return self.in_matrix(at, token);
            }
            let finite = self.text.has(at, Class::FINITE) && self.text.has(at, Class::CUE.or(Class::VERB));
            if self.text.has(at, Class::COORDINATE) {
                return false;
            }
            if finite && !helper {
                // `en ninguna parte`: a noun that has the form of a verb
                return at >= self.start + 2 && self.is(at - 2, Kind::NEVER);
            }
        }
        self.opens_alleged(verb)
    }

    /// `by rumour, X said`, `in a forged film, X says`.
    fn opens_alleged(&self, verb: usize) -> bool {
        let comma = (self.start..verb).take(OPENING).find(|at| !self.text.is_word(*at));
        let Some(comma) = comma.filter(|at| self.text.is(*at, ',')) else { return false };
        let made_up = |at: usize| self.is(at, Kind::MADE_UP) && !self.is_topic(at);
        let within = self.is(self.start, Kind::WITHIN) && (self.start..comma).any(made_up);
        self.is(self.start, Kind::ALLEGED) || within && self.says_only(verb)
    }

    /// `a man who passed for X said`.
    fn is_posed(&self, verb: usize) -> bool {
        let way = self.straight(verb, None, COMMAS).into_iter();
        let mut way = way.take_while(|at| !self.text.has(*at, Class::COORDINATE));
        way.any(|at| self.is(at, Kind::POSING))
    }

    /// `a forged video shows X saying`: what shows somebody who says.
    fn shown_by_made_up(&self, verb: usize) -> bool {
        let finite = |at: &usize| self.text.has(*at, Class::FINITE) && self.text.has(*at, Class::ANY_VERB);
        let path = self.path(verb, None);
        let shows = path.iter().position(finite).unwrap_or(path.len());
        path.iter().skip(shows).any(|at| self.is(*at, Kind::MADE_UP) && !self.is_topic(*at))
    }
}
