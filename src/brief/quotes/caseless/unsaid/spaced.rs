//! Words parted by spaces: what governs the verb of saying before marked words, read back from it.

use super::lists::Lists;

/// Words between a verb of saying and what it brings.
const REACH: usize = 8;

/// Words between a verb and what governs it.
const GOVERNOR: usize = 12;

/// Words between a verb and the word that opens its clause.
const OPENS: usize = 6;

/// Words before or behind what governs a verb in which it may be denied.
const DENIED: usize = 4;

/// Words of a sentence before marked words, and behind them.
pub(super) struct Sentence<'s> {
    before: Vec<Word<'s>>,
    behind: Vec<Word<'s>>,
    /// The words behind open with a question mark.
    asks: bool,
    lists: &'static Lists,
}

/// A word without the marks around it.
struct Word<'s> {
    bare: &'s str,
    /// A comma or another mark stands behind it.
    ends: bool,
}

impl<'s> Sentence<'s> {
    pub(super) fn of(before: &'s str, behind: &'s str, lists: &'static Lists) -> Self {
        let mark = |letter: char| !letter.is_alphanumeric();
        let word = |word: &'s str| Word { bare: word.trim_matches(mark), ends: word.ends_with(mark) };
        let words = |text: &'s str| text.split_whitespace().map(word).collect();
        let asks = behind.trim_start().starts_with(['؟', '?']);
        Self { before: words(before), behind: words(behind), asks, lists }
    }

    /// True where what governs the verb of saying tells that the marked words were not said or leaves it open.
    pub(super) fn is_unsaid(&self) -> bool {
        let end = self.before.len();
        if self.is_only_heard() {
            return true;
        }
        let Some(verb) = (end.saturating_sub(REACH)..end).rev().find(|at| self.says(*at)) else {
            return false;
        };
        let joined =
            !self.lists.say.iter().any(|say| say == self.word(verb)) && !self.is(verb, &self.lists.unreal);
        let joined = joined || verb > 0 && self.is(verb - 1, &self.lists.joint);
        let unreal = self.is(verb, &self.lists.unreal) || verb > 0 && self.is(verb - 1, &self.lists.unreal);
        if unreal && !self.is_brought(verb) {
            return true;
        }
        if verb > 0 && self.denies(verb - 1) && !joined && !self.is(verb + 1, &self.lists.only) {
            return true;
        }
        if joined {
            return false;
        }
        if self.is_in_made_up(verb) {
            return true;
        }
        self.asks && self.opens_sentence(verb)
            || self.is_conditional(verb)
            || self.is_told_only(verb)
            || self.is_governed(verb)
            || self.is_governed_behind(verb)
    }

    fn word(&self, at: usize) -> &str {
        self.before.get(at).map_or("", |word| word.bare)
    }

    fn word_behind(&self, at: usize) -> &str {
        self.behind.get(at).map_or("", |word| word.bare)
    }

    /// True where a comma or another mark stands behind the word.
    fn ends(&self, at: usize) -> bool {
        self.before.get(at).is_some_and(|word| word.ends)
    }

    fn is(&self, at: usize, list: &[String]) -> bool {
        list.iter().any(|phrase| fits(phrase, |offset| self.word(at + offset)))
    }

    /// True for a verb of saying, with what joins it to what stands before or without.
    fn says(&self, at: usize) -> bool {
        let word = self.word(at);
        let known = |word: &str| self.lists.say.iter().any(|say| say == word);
        let joint = |joint: &String| word.strip_prefix(joint.as_str()).is_some_and(known);
        known(word) || self.is(at, &self.lists.unreal) || self.lists.joint.iter().any(joint)
    }

    fn denies(&self, at: usize) -> bool {
        self.is(at, &self.lists.not)
    }

    /// True where nothing but the subject stands between the head of the sentence and the verb, or the verb heads it.
    fn opens_sentence(&self, verb: usize) -> bool {
        (0..verb).all(|at| !self.ends(at))
    }

    /// True for a verb right behind what opens a condition, or in a clause that one opens.
    fn is_conditional(&self, verb: usize) -> bool {
        let clause = (verb.saturating_sub(OPENS)..verb).rev().take_while(|at| !self.ends(*at));
        clause.into_iter().any(|at| self.is(at, &self.lists.unless))
    }

    /// True for a clause that others tell, or that a made-up text tells.
    fn is_told_only(&self, verb: usize) -> bool {
        let way = (verb.saturating_sub(GOVERNOR)..verb).rev().take_while(|at| !self.ends(*at) || *at == 0);
        way.into_iter().any(|at| {
            let object = (at.saturating_sub(2)..at).chain([at + 1]).any(|at| self.is(at, &self.lists.only));
            self.is(at, &self.lists.alleged) || self.is(at, &self.lists.made_up) && !object
        })
    }

    /// `X was told: “…”`: nothing behind tells who says it.
    fn is_only_heard(&self) -> bool {
        let end = self.before.len();
        let near = (end.saturating_sub(REACH)..end).rev().take_while(|at| at + 1 == end || !self.ends(*at));
        let mut verbs = near.filter(|at| self.is(*at, &self.lists.hears) || self.says(*at));
        verbs.next().is_some_and(|at| self.is(at, &self.lists.hears))
    }

    /// `said X in a forged film: “…”`, where the verb stands first.
    fn is_in_made_up(&self, verb: usize) -> bool {
        (verb + 1..self.before.len()).any(|at| {
            let led = || (at.saturating_sub(2)..at).any(|at| at > verb && self.is(at, &self.lists.within));
            self.is(at, &self.lists.made_up) && led()
        })
    }

    /// What governs the clause of the verb: a word before the one that opens it.
    fn is_governed(&self, verb: usize) -> bool {
        let noun = self.is(verb, &self.lists.to_say);
        let mut clause = (verb.saturating_sub(OPENS)..verb).rev().take_while(|at| !self.ends(*at));
        let open = if noun { Some(verb) } else { clause.find(|at| self.is(*at, &self.lists.that)) };
        let Some(open) = open else { return false };
        let untrue = |at: usize| {
            let list = self.lists.withholds.iter().chain(&self.lists.made_up);
            list.into_iter().any(|phrase| fits(phrase, |offset| self.word_behind(at + offset)))
        };
        if !noun && (0..DENIED).any(untrue) {
            return true;
        }
        for at in (open.saturating_sub(GOVERNOR)..open).rev() {
            if self.ends(at) {
                return false;
            }
            if self.is(at, &self.lists.open) {
                return true;
            }
            if self.is(at, &self.lists.withholds) {
                // `relayed of a source who refused to be named his saying`: the noun belongs to the verb before
                let relayed = (at.saturating_sub(GOVERNOR)..at).any(|at| self.is(at, &self.lists.brings));
                return !(noun && relayed) && !self.is_denied(at);
            }
            if self.is(at, &self.lists.brings) {
                return self.is_denied(at);
            }
            if self.says(at) {
                return false;
            }
        }
        false
    }

    fn is_denied(&self, at: usize) -> bool {
        let before = (at.saturating_sub(DENIED)..at).any(|at| self.denies(at));
        before || (at + 1..=at + DENIED).any(|at| self.is(at, &self.lists.not_behind))
    }

    /// True for a form that tells what may be said, where what governs it tells that it was.
    fn is_brought(&self, verb: usize) -> bool {
        let before = (verb.saturating_sub(DENIED)..verb).rev().find(|at| self.is(*at, &self.lists.brings));
        before.is_some_and(|at| !self.is_denied(at))
    }

    /// `saying “…” he denied`: a verb of saying that is a noun, and what governs it behind the words.
    fn is_governed_behind(&self, verb: usize) -> bool {
        let listed = |at: usize, list: &[String]| {
            list.iter().any(|phrase| fits(phrase, |offset| self.word_behind(at + offset)))
        };
        let governor = (0..REACH).find(|at| listed(*at, &self.lists.withholds));
        self.is(verb, &self.lists.to_say)
            && governor.is_some_and(|at| !(at..at + DENIED).any(|at| listed(at, &self.lists.not_behind)))
    }
}

/// True where the words are those of the phrase; one that ends in `*` may have any ending.
fn fits<'w>(phrase: &str, word: impl Fn(usize) -> &'w str) -> bool {
    phrase.split(' ').enumerate().all(|(at, part)| match part.strip_suffix('*') {
        Some(stem) => word(at).starts_with(stem),
        None => word(at) == part,
    })
}
