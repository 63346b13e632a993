//! The tokens of a document with their classes.

use crate::brief::quotes::clause::words::{Class, Grammar, Index, Word, grammar_of, surnames, tag};
use crate::brief::quotes::document::Document;
use crate::people::stream::Stream;
use crate::people::tokens::Kind;
use crate::text::FastSet;

/// Most places of one word that are looked at: the first of a text.
const ALIKE: usize = 64;

/// A document whose words are classed.
pub(crate) struct Text<'d> {
    /// The document.
    pub(crate) document: &'d Document<'d>,
    /// Its language's grammar.
    pub(crate) grammar: &'static Grammar,
    words: Vec<Word>,
    /// Surnames behind a first name, in lower case, where nouns have cases or a capital.
    surnames: FastSet<String>,
    index: Index,
}

impl<'d> Text<'d> {
    /// Classes the words of `document`.
    #[must_use]
    pub(crate) fn of(document: &'d Document<'d>) -> Self {
        let grammar = grammar_of(document.language);
        let words = tag(&document.stream, grammar);
        let surnames = surnames(&words, grammar);
        let index = Index::of(&document.stream, &words);
        Self { document, grammar, words, surnames, index }
    }

    /// Its tokens.
    #[must_use]
    pub(crate) fn stream(&self) -> &'d Stream<'d> {
        &self.document.stream
    }

    /// The classes of the token at `at`.
    #[must_use]
    pub(crate) fn class(&self, at: usize) -> Class {
        self.document.stream.steps.take(1);
        self.words.get(at).map_or(Class::NONE, |word| word.class)
    }

    /// True when the token at `at` has one of `classes`.
    #[must_use]
    pub(crate) fn has(&self, at: usize, classes: Class) -> bool {
        self.class(at).any(classes)
    }

    /// The word at `at` in lower case.
    #[must_use]
    pub(crate) fn lower(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.lower.as_str())
    }

    /// The first tokens that may be the word at `at` again, in whatever case; itself may be among them. Each is a step.
    pub(crate) fn alike(&self, at: usize) -> impl Iterator<Item = usize> {
        let alike = self.index.alike(self.lower(at)).iter().copied().take(ALIKE);
        alike.inspect(|_| self.document.stream.steps.take(1))
    }

    /// The first bracket of the text that holds nothing but the word `lower`, by its token.
    #[must_use]
    pub(crate) fn bracket_of(&self, lower: &str) -> Option<usize> {
        self.index.bracket_of(lower)
    }

    /// True when the token at `at` is the mark `mark`.
    #[must_use]
    pub(crate) fn is(&self, at: usize, mark: char) -> bool {
        self.document.stream.steps.take(1);
        self.stream().is(at, mark)
    }

    /// True when the token at `at` is a dash.
    #[must_use]
    pub(crate) fn is_dash(&self, at: usize) -> bool {
        ['—', '–', '-', '―'].iter().any(|mark| self.is(at, *mark))
    }

    /// True for a word.
    #[must_use]
    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.has(at, Class::WORD)
    }

    /// True for a marked stretch.
    #[must_use]
    pub(crate) fn is_quote(&self, at: usize) -> bool {
        self.stream().is_quote(at)
    }

    /// True for a word that may be part of a name: a capital that is no known noun, no small word at the head of a
    /// sentence and no adjective that opens an office: `le Premier ministre`.
    #[must_use]
    pub(crate) fn is_name_word(&self, at: usize) -> bool {
        let class = self.class(at);
        let small = Class::CLOSED.or(Class::ANY_VERB).or(Class::SO_CALLED).or(Class::ADDRESS).or(Class::NOUN);
        class.any(Class::CAPITAL)
            && !self.opens_role_phrase(at)
            && !(self.grammar.cases && self.lower(at).ends_with(|letter: char| letter.is_ascii_digit()))
            && (!class.any(small)
                || class.any(Class::FIRST_NAME) && !class.any(Class::NOUN)
                || self.is_surname(at)
                || self.is_inner(at))
    }

    /// A capital article between two capitals of a name: “Benedetta Lo Cascio”.
    fn is_inner(&self, at: usize) -> bool {
        let capital = |at: usize| {
            self.has(at, Class::CAPITAL) && !self.has(at, Class::CLOSED.or(Class::NOUN).or(Class::ANY_VERB))
        };
        self.grammar.by_order()
            && self.has(at, Class::THE)
            && !self.has(at, Class::OPENS)
            && at.checked_sub(1).is_some_and(capital)
            && capital(at + 1)
    }

    /// True for a capital right behind a first name: “Ana Baker”, “Bruno Le Maire”.
    fn is_surname(&self, at: usize) -> bool {
        let given = |at: usize| {
            let class = self.class(at);
            class.any(Class::FIRST_NAME) && class.any(Class::CAPITAL) && !class.any(Class::NOUN)
        };
        let other = Class::TITLED.or(Class::DOCUMENT).or(Class::UTTERANCE);
        let class = self.class(at);
        let work = !self.grammar.capital_nouns
            && class.any(other)
            && !class.any(Class::SPEAKER.or(Class::OPENS).or(Class::CLOSED));
        at.checked_sub(1).is_some_and(|before| {
            let office = Class::ROLE.or(Class::ADDRESS);
            let class = self.class(before);
            // «пан Король»; where order tells subjects also behind an office
            let own = class.any(Class::ADDRESS) && !self.has(at, Class::ROLE);
            let by_order = self.grammar.by_order()
                && (class.any(Class::ADDRESS) || class.any(office) && !class.any(Class::CAPITAL));
            let titled = (by_order || own && self.grammar.gendered_verbs)
                && !self.has(at, Class::BODY.or(Class::OUTLET).or(Class::UPPER).or(Class::OPENS));
            let behind_name = class.any(Class::CAPITAL)
                && !class.any(Class::NOUN.or(Class::CLOSED).or(Class::ANY_VERB).or(Class::OPENS));
            // `, Ceferino Rey,`
            let apposed = self.grammar.by_order()
                && self.is_plain_capital(before)
                && before > 0
                && self.is(before - 1, ',')
                && !self.is_word(at + 1);
            titled
                || apposed
                || work && behind_name
                || given(before)
                || self.has(before, Class::PARTICLE)
                    && before > 0
                    && (given(before - 1) || self.grammar.by_order() && self.is_plain_capital(before - 1))
        })
    }

    /// True for a capital within a sentence that is no word the language's tables know.
    fn is_plain_capital(&self, at: usize) -> bool {
        let known = Class::CLOSED.or(Class::NOUN).or(Class::ANY_VERB).or(Class::PLACE).or(Class::UPPER);
        self.has(at, Class::CAPITAL) && !self.has(at, known.or(Class::OPENS))
    }

    /// True for a surname that stands behind a first name elsewhere, in this form.
    #[must_use]
    pub(crate) fn is_known_surname(&self, at: usize) -> bool {
        self.has(at, Class::CAPITAL) && self.surnames.contains(self.lower(at))
    }

    /// True for a capital that stands elsewhere without an article and without another beside it, as surnames do.
    #[must_use]
    pub(super) fn is_alone_elsewhere(&self, at: usize) -> bool {
        let capital = |at: usize| self.has(at, Class::CAPITAL);
        let alone = |other: usize| {
            let before = other.checked_sub(1);
            let led = before.is_some_and(|at| capital(at) || self.has(at, Class::DETERMINER));
            other != at && capital(other) && !led && !capital(other + 1)
        };
        capital(at) && !self.has(at, Class::PLACE) && self.alike(at).any(alone)
    }

    /// True for a name that is no subject: by its first name where that is known, else by its endings.
    #[must_use]
    pub(crate) fn is_oblique_name(&self, range: std::ops::Range<usize>) -> bool {
        let given = range.clone().map(|at| self.class(at)).find(|class| class.any(Class::FIRST_NAME));
        let other = |class: Class| class.any(Class::OTHER_CASE) && !class.any(Class::FIRST_CASE);
        let keeps_form = |first, last| self.grammar.keeps_form(self.lower(first), self.lower(last));
        match given {
            Some(class) => class.any(Class::OTHER_CASE),
            None if range.len() == 1
                && self.has(range.start, Class::PLACE)
                && other(self.class(range.start)) =>
            {
                true
            }
            None if range.len() > 1 && keeps_form(range.start, range.end - 1) => false,
            None => range.into_iter().any(|at| self.grammar.is_oblique(self.lower(at))),
        }
    }

    /// `spokesman of the army Colonel X`: a rank in the form of a subject between what an office is of and a full name.
    #[must_use]
    pub(crate) fn is_ranked(&self, name: std::ops::Range<usize>) -> bool {
        let rank = |at: usize| self.grammar.naming.ranks.contains(self.lower(at)) || self.is_rank_point(at);
        let mut first = name.start;
        while first > 0 && rank(first - 1) {
            first -= 1;
        }
        let tied = first > 0 && self.has(first - 1, Class::CLOSED.or(Class::OF));
        first < name.start && !tied && name.len() > 1 && !self.is_oblique_name(name)
    }

    /// The point of an abbreviated rank before a name.
    #[must_use]
    pub(crate) fn is_rank_point(&self, at: usize) -> bool {
        let rank = |at: usize| self.grammar.naming.ranks.contains(self.lower(at));
        self.is(at, '.') && self.touches(at) && rank(at - 1) && (self.is_name_word(at + 1) || rank(at + 1))
    }

    /// `Asked about it, she …`: a participle with a capital at the head of a sentence, alone before what belongs to it, and
    /// nowhere else with a capital.
    #[must_use]
    pub(crate) fn is_opening_participle(&self, at: usize) -> bool {
        let class = self.class(at);
        let known = Class::FIRST_NAME.or(Class::NOUN).or(Class::PLACE);
        // `Accusé d'avoir fui, il …`: a noun elsewhere
        let charged = self.grammar.by_order()
            && self.has(at + 1, Class::OF)
            && self.has(at + 2, Class::INFINITIVE)
            && !class.any(known.without(Class::NOUN));
        let led = self.has(at + 1, Class::PREPOSITION) && !class.any(known) || charged;
        if !class.any(Class::OPENS) || !led {
            return false;
        }
        let lower = self.lower(at);
        let named = |other: usize| self.lower(other) == lower && !self.has(other, Class::OPENS);
        self.grammar.ends_as_participle(lower)
            && !self.alike(at).any(|other| self.has(other, Class::CAPITAL) && named(other))
    }

    /// True where the words of an office begin whose first word is a small one elsewhere: `prima cittadina`.
    #[must_use]
    pub(crate) fn opens_role_phrase(&self, at: usize) -> bool {
        self.grammar.by_order()
            && !self.has(at, Class::NOUN)
            && self.grammar.is_role_phrase(|offset| self.lower(at + offset))
    }

    /// True for words of an office that is past.
    #[must_use]
    pub(crate) fn is_past(&self, mut range: std::ops::Range<usize>) -> bool {
        range.any(|at| self.has(at, Class::PAST))
    }

    /// True for a first name that is surely a subject: one whose form would be another in any other case.
    #[must_use]
    pub(crate) fn is_first_case_name(&self, at: usize) -> bool {
        let class = self.class(at);
        let given = class.any(Class::FIRST_NAME) && !class.any(Class::OTHER_CASE);
        given && self.grammar.declines(self.lower(at))
    }

    /// True for words in marks that may be a name: few, with a capital, no sentence.
    #[must_use]
    pub(crate) fn is_title(&self, at: usize) -> bool {
        let Some(inner) = self.marked_at(at) else { return false };
        inner.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
            && inner.split_whitespace().count() <= 5
            && !inner.ends_with(['.', '!', '?', ','])
    }

    /// The words of the marked stretch that is the token at `at`, without their marks.
    #[must_use]
    pub(crate) fn marked_at(&self, at: usize) -> Option<&'d str> {
        let Kind::Quote(index) = self.stream().get(at)?.kind else { return None };
        Some(self.document.marked.get(index)?.inner.of(self.document.text))
    }

    /// True when the token at `at` stands right behind the one before, without a space.
    #[must_use]
    pub(crate) fn touches(&self, at: usize) -> bool {
        let end = at.checked_sub(1).and_then(|before| self.stream().get(before)).map(|token| token.span.end);
        end.is_some() && end == self.stream().get(at).map(|token| token.span.start)
    }

    /// The words of the tokens `range`.
    #[must_use]
    pub(crate) fn words(&self, range: &std::ops::Range<usize>) -> String {
        self.stream().span(range).of(self.document.text).to_owned()
    }

    /// The words of the tokens `range` in lower case.
    pub(crate) fn lowers(&self, range: std::ops::Range<usize>) -> impl Iterator<Item = &str> {
        range.map(|at| self.lower(at)).filter(|word| !word.is_empty())
    }
}
