//! What has been read of a sentence, word by word, and the phrases it is made of.

use super::super::grammar::chunk::{Chunk, is_plain_word};
use super::super::grammar::class;
use super::super::grammar::sort::Sort;
use super::super::words::Pronoun;
use super::super::words::item::{Before, Item, Kind, NO};
use super::super::words::lists::Lists;
use super::super::words::meanings::Form;
use super::arguments::{argument, plain, push};
use super::frame::{Argument, Frame, Link, Role};

#[derive(Default)]
pub(super) struct Build<'a> {
    pub(super) items: &'a [Item],
    pub(super) sorts: &'a [Sort],
    pub(super) lists: Option<&'static Lists>,
    pub(super) generous: bool,
    pub(super) high: bool,
    pub(super) frames: Vec<Frame>,
    /// The phrase that is read.
    pub(super) chunk: Option<Chunk>,
    /// What stands before the next verb.
    pub(super) pending: Vec<Argument>,
    /// What stands before a verb that another clause keeps waiting.
    pub(super) outer: Vec<Vec<Argument>>,
    pub(super) current: Option<usize>,
    /// A clause has been opened whose verb is to come, and how.
    pub(super) opened: Option<(Link, Option<usize>)>,
    /// What the clause opened tells more of.
    pub(super) antecedent: Option<Chunk>,
    /// What stands before “in which” and its kin, behind their preposition.
    pub(super) within: Option<(String, Chunk)>,
    /// The same of the clause that was read last, which is told of what is joined to it too.
    pub(super) inside: Option<(usize, String, Chunk)>,
    /// Words of the verb to come.
    pub(super) held: Vec<String>,
    /// Nobody does what the verb to come tells.
    pub(super) nobody: bool,
    /// What the small and counting words say of the phrase to come.
    pub(super) lead: Option<Before>,
    pub(super) measures: Vec<String>,
    /// How long before or after something the clause to come is.
    pub(super) distance: Option<String>,
    /// What the small words before them say.
    pub(super) group: Before,
    /// Whoever does what the verb to come tells is joined to the clause before it: “…, and the union blamed …”.
    pub(super) joined: bool,
    /// A clause has begun with “no”.
    pub(super) fresh: bool,
    /// Something waited in vain for its verb.
    pub(super) broken: bool,
    /// Frames that wait for the clause they hang on.
    pub(super) orphans: Vec<usize>,
}

impl Build<'_> {
    /// Whether a word begins another phrase than the one that is read.
    fn starts(&self, item: &Item) -> bool {
        let Some(last) = self.chunk.as_ref().and_then(|chunk| chunk.words.last()) else { return false };
        let before = &item.before;
        let of = self.lists.is_some_and(|lists| lists.of.is_some() && before.preposition == lists.of);
        let count = |item: &Item| item.kind == Kind::Number;
        let timed = item.time != last.time;
        // “a suspended two-year sentence”
        let described = last.before.determined
            && self.chunk.as_ref().is_some_and(|chunk| chunk.words.len() == 1)
            && last.senses.iter().any(|sense| matches!(sense.form, Form::Past | Form::Plain | Form::Going));
        let counts = count(item) && !item.time && !count(last) && !is_plain_word(last) && !described;
        let joined = before.joint && before.preposition != last.before.preposition || before.joint && !of;
        !of && (before.preposition.is_some() || before.determined || before.stands.is_some())
            || joined
            || before.parted
            || before.opened
            || item.token.quoted != last.token.quoted
            || !of && (timed || counts)
    }

    /// Puts the phrase that is read in its place.
    pub(super) fn close(&mut self) {
        let Some(chunk) = self.chunk.take() else { return };
        // “they must first leave”
        // “said nobody at the plant was hurt”
        let no = chunk.tied.is_some() && self.held.iter().any(|held| held == NO);
        let modal = no || self.fresh || self.held.iter().any(|held| class::modal(held));
        let found = argument(chunk, self.lists);
        match self.current.filter(|_| self.opened.is_none() && self.pending.is_empty() && !modal) {
            Some(current) => {
                if let Some(frame) = self.frames.get_mut(current) {
                    push(&mut frame.arguments, found);
                }
            }
            None => push(&mut self.pending, found),
        }
    }

    /// What stands behind a mark that parts sentences hangs on nothing before it.
    pub(super) fn halt(&mut self) {
        self.close();
        self.broken |= !self.pending.is_empty() || !self.outer.is_empty() || !self.orphans.is_empty();
        (self.current, self.opened, self.antecedent) = (None, None, None);
        self.pending.clear();
        self.outer.clear();
        self.orphans.clear();
    }

    /// What small words said before the words that belong to the verb, which are forgotten.
    pub(super) fn take_group(&mut self) -> Before {
        self.lead = None;
        self.fresh = false;
        std::mem::take(&mut self.group)
    }

    /// Begins the phrase that a form of “be” or “have” ties to its subject.
    pub(super) fn predicate(&mut self, item: &Item) {
        let Before { preposition, determined, indefinite, stands, .. } = item.before.clone();
        let stands = stands.filter(|pronoun| pronoun.owns);
        let before = Before { preposition, determined, indefinite, stands, ..Before::default() };
        self.nominal(&Item { before, ..item.clone() });
    }

    /// “…, but Varnia, which …, left”: Varnia waits for its verb.
    pub(super) fn keep_waiting(&mut self) {
        let Some(frame) = self.current.and_then(|current| self.frames.get_mut(current)) else { return };
        let according = frame.verb.as_ref().is_some_and(|verb| verb.according);
        let begins = frame.arguments.last().is_some_and(|argument| {
            plain(argument) && argument.chunk.parted && (argument.chunk.joint || according)
        });
        if self.pending.is_empty()
            && frame.arguments.len() > frame.before
            && begins
            && let Some(argument) = frame.arguments.pop()
        {
            let chunk = Chunk { joint: false, parted: false, ..argument.chunk };
            self.outer.push(vec![Argument { chunk, host: None, ..argument }]);
        }
    }

    /// Waits for the verb of a clause that begins.
    pub(super) fn wait(&mut self, link: Link) {
        if !self.pending.is_empty() {
            self.outer.push(std::mem::take(&mut self.pending));
        }
        // “it could begin, according to Varnia, if …”: the condition is of what is told
        let teller = |at: &usize| {
            self.frames.get(*at).and_then(|frame| frame.verb.as_ref()).is_some_and(|verb| verb.according)
        };
        let condition = matches!(&link, Link::Held(class) if class::is_condition(class));
        let told = self.current.filter(|at| condition && *at > 0 && teller(at)).map(|at| at - 1);
        self.opened = Some((link, told.or(self.current)));
    }

    /// The phrase read last.
    pub(super) fn last_chunk(&self) -> Option<Chunk> {
        let placed = || {
            self.current.and_then(|current| self.frames.get(current)).and_then(|frame| frame.arguments.last())
        };
        let timed = |argument: &&Argument| !matches!(argument.role, Role::Time(_));
        let before = || {
            let frame = self.current.and_then(|current| self.frames.get(current))?;
            frame.arguments.iter().skip(frame.before).rev().find(timed)
        };
        let last = self.pending.last().or_else(placed)?;
        // “signed a treaty on Friday that …”
        let last = if timed(&last) { last } else { before().unwrap_or(last) };
        (!last.chunk.is_pronoun()).then(|| last.chunk.clone())
    }

    /// Whether a word has the first form of a verb alone.
    pub(super) fn is_base(item: &Item) -> bool {
        let has = |form: Form| item.senses.iter().any(|sense| sense.form == form);
        has(Form::Base) && !has(Form::Past) && !has(Form::Third)
    }

    pub(super) fn nominal(&mut self, item: &Item) {
        if self.starts(item) || self.lead.is_some() {
            self.close();
        }
        let lead = self.lead.take();
        let before = lead.as_ref().unwrap_or(&item.before);
        let mut measures = std::mem::take(&mut self.measures);
        let compared = (item.name || item.before.determined) && item.kind == Kind::Word;
        let than = measures.last().filter(|class| compared && class::compares(class)).cloned();
        if than.is_some() {
            measures.pop();
        }
        // “many of the villages”
        let of = self.lists.is_some_and(|lists| lists.of.is_some() && item.before.preposition == lists.of);
        let partitive =
            lead.is_some() && of && !item.kept() && measures.iter().any(|class| class::is_of_several(class));
        measures.extend(item.kept().then(|| item.key.clone()));
        let chunk = self.chunk.get_or_insert_with(|| Chunk {
            joint: before.joint || item.before.joint,
            parted: before.parted || item.before.parted,
            tied: than
                .or_else(|| before.preposition.clone())
                .or_else(|| item.before.preposition.clone().filter(|_| !partitive)),
            pronoun: before.stands.or(item.before.stands).filter(|pronoun| pronoun.owns),
            agent: before.agent || item.before.agent,
            kept: measures,
            ..Chunk::default()
        });
        if !chunk.words.is_empty() && item.kept() {
            chunk.kept.push(item.key.clone());
        }
        chunk.words.push(item.clone());
    }

    /// A pronoun behind a preposition: “in them”.
    pub(super) fn hung(&mut self, item: &Item) {
        let Some(class) = &item.before.hung else { return };
        let of = self.lists.is_some_and(|lists| lists.of.as_ref() == Some(class));
        let number = |item: &Item| item.kind == Kind::Number && !item.time;
        // “300 of them”
        if let Some(chunk) = self.chunk.as_mut().filter(|chunk| of && chunk.words.iter().all(number)) {
            chunk.pronoun = Some(Pronoun { person: false, many: true, owns: true });
            self.close();
            return;
        }
        self.close();
        let pronoun = Some(Pronoun { person: false, many: true, owns: false });
        // “hundreds of them”
        if of && self.measures.iter().any(|class| class::is_of_several(class)) {
            let kept = std::mem::take(&mut self.measures);
            let Before { joint, parted, preposition, .. } = self.lead.take().unwrap_or_default();
            self.chunk = Some(Chunk { pronoun, kept, joint, parted, tied: preposition, ..Chunk::default() });
            self.close();
            return;
        }
        let argument = Argument {
            role: Role::Tied(class.clone()),
            chunk: Chunk { pronoun, ..Chunk::default() },
            host: None,
        };
        match self.current.filter(|_| self.opened.is_none() && self.pending.is_empty()) {
            Some(current) => {
                let Some(frame) = self.frames.get_mut(current) else { return };
                let teller =
                    frame.verb.as_ref().is_some_and(|verb| verb.according) && frame.arguments.is_empty();
                let person = Some(Pronoun { person: true, many: false, owns: false });
                frame.arguments.push(if teller {
                    // “according to him”
                    let chunk = Chunk { pronoun: person, ..Chunk::default() };
                    Argument { role: Role::Object, chunk, host: None }
                } else {
                    argument
                });
            }
            None => self.pending.push(argument),
        }
    }

    /// A pronoun behind a verb before what is no verb: “extend it if …”.
    pub(super) fn object(&mut self, at: usize, item: &Item, sort: Sort) {
        let Some(pronoun) = item.before.stands.filter(|pronoun| !pronoun.owns) else { return };
        let next = self.sorts.iter().skip(at).find(|sort| !matches!(sort, Sort::Adverb));
        let modal = class::is_modal(item) || item.before.helped;
        if modal
            || matches!(sort, Sort::Verb(_))
            || matches!((sort, next), (Sort::Adverb, Some(Sort::Verb(_))))
        {
            return;
        }
        self.close();
        let chunk = Chunk { pronoun: Some(pronoun), ..Chunk::default() };
        if let Some(frame) =
            self.current.filter(|_| self.opened.is_none()).and_then(|current| self.frames.get_mut(current))
        {
            frame.arguments.push(Argument { role: Role::Object, chunk, host: None });
        }
    }
}
