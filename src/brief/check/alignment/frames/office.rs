//! What somebody does that the article tells by what they are called: “Ada Lind, who heads the agency”.

use super::super::grammar::chunk::Chunk;
use super::super::words::item::Item;
use super::super::words::meanings::Thesaurus;
use super::frame::{Argument, Frame, Link, Role};
use super::same::same_noun;
use super::sides::Sides;

impl Sides<'_> {
    /// Whether a clause only tells that somebody heads what the article calls them the head of.
    pub(super) fn is_office(&self, own: &Frame, told: &[Vec<Frame>]) -> bool {
        let (Some(verb), [who, what]) = (&own.verb, own.arguments.as_slice()) else { return false };
        let roles = who.role == Role::Subject && what.role == Role::Object;
        let free = matches!(own.link, Link::Aside | Link::Free) && own.kept.is_empty() && !own.passive;
        if !roles || !free || !own.finite || verb.before.helped || what.chunk.is_quote() {
            return false;
        }
        let verbs = Thesaurus::of(self.language).verbs_of(&verb.form);
        let nouns: Vec<&String> =
            verbs.iter().filter_map(|verb| self.lists.leading.get(verb)).flatten().collect();
        let Some(name) = who.chunk.name(self.lists).filter(|_| !nouns.is_empty()) else { return false };
        let chunks = told.iter().flatten().flat_map(|frame| &frame.arguments).map(|argument| &argument.chunk);
        let mut known = chunks.filter(|chunk| chunk.name(self.lists) == Some(name));
        let known = known.find_map(|chunk| chunk.stands_for.as_deref()).filter(|known| known.kept.is_empty());
        known.is_some_and(|known| {
            std::iter::once(known).chain(&known.apposed).any(|part| self.tells_office(part, what, &nouns))
        })
    }

    /// Whether a phrase has one of these words, and all of what somebody heads.
    fn tells_office(&self, part: &Chunk, what: &Argument, nouns: &[&String]) -> bool {
        let office = part.words.iter().position(|word| nouns.contains(&&word.form));
        let Some(office) = office else { return false };
        let of = |word: &Item| self.lists.of.is_some() && word.before.preposition == self.lists.of;
        // what stands before it or behind “of”, but not who holds it
        let told = |at: usize| at < office || part.words.get(office + 1).is_some_and(of) && at > office;
        let chunk = &what.chunk;
        !chunk.words.is_empty()
            && chunk.kept.is_empty()
            && chunk.apposed.is_empty()
            && chunk.words.iter().all(|word| {
                let rows = part.words.iter().enumerate();
                { rows }.any(|(at, row)| told(at) && same_noun(word, row, self.language))
            })
    }
}
