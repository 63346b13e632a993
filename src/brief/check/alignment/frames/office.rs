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

    /// Whether a phrase begins with one of these words, or ends with it, and what somebody heads is what it is the head of.
    fn tells_office(&self, part: &Chunk, what: &Argument, nouns: &[&String]) -> bool {
        let chunk = &what.chunk;
        let Some(office) = part.words.iter().position(|word| nouns.contains(&&word.form)) else {
            return false;
        };
        let same = |word: &Item, row: &Item| same_noun(word, row, self.language);
        let (Some(headed), Some(head)) = (self.headed(part, office), chunk.head(self.lists)) else {
            return false;
        };
        // “the head of the company's works council” does not head the council of another
        let owners = headed.words.iter().filter(|row| row.token.owner && !is_at(row, headed.head));
        let mut owners = owners.chain(headed.words.iter().filter(|row| row.moved || row.whence));
        // “the regional director of the bank”
        let whole = office == 0 || !headed.behind;
        whole
            && part.kept.is_empty()
            && chunk.kept.is_empty()
            && chunk.apposed.is_empty()
            && same(head, headed.head)
            && owners.all(|row| chunk.words.iter().any(|word| same(word, row)))
            && chunk.words.iter().all(|word| headed.words.iter().any(|row| same(word, row)))
    }

    /// Whether whoever one names with an office “of” something has that office, of the same, in the other, as they have it
    /// there: “Ada Lind, the head of the bank” is not the head of communications at the bank, nor its former head.
    pub(super) fn is_in_office(&self, own: &Chunk, there: &Chunk) -> bool {
        let beside = std::iter::once(there).chain(&there.apposed).map(|part| (part, &part.kept));
        let known = there.stands_for.as_deref().into_iter();
        let known = known
            .flat_map(|known| std::iter::once(known).chain(&known.apposed).map(|part| (part, &known.kept)));
        let parts: Vec<(&Chunk, &Vec<String>)> = beside.chain(known).collect();
        std::iter::once(own).chain(&own.apposed).all(|part| {
            let Some(office) = part.words.iter().position(|word| word.office) else { return true };
            let Some(headed) = self.headed(part, office).filter(|headed| headed.behind) else { return true };
            let Some(word) = part.words.get(office) else { return true };
            let mut told = parts.iter().filter_map(|(other, kept)| {
                let at = other.words.iter().position(|row| same_noun(word, row, self.language))?;
                Some((self.headed(other, at).filter(|headed| headed.behind), kept))
            });
            let fits = |(other, kept): (Option<Headed>, &&Vec<String>)| {
                let same = other.is_none_or(|other| same_noun(headed.head, other.head, self.language));
                same && OFFICES.iter().all(|class| is_kept(&part.kept, class) == is_kept(kept, class))
            };
            let Some(first) = told.next() else { return true };
            fits(first) || told.any(fits)
        })
    }

    /// What an office in a phrase is the head of: what stands behind “of”, else before it.
    fn headed<'a>(&self, part: &'a Chunk, office: usize) -> Option<Headed<'a>> {
        let of = |word: &Item| self.lists.of.is_some() && word.before.preposition == self.lists.of;
        let behind = part.words.get(office + 1).is_some_and(of);
        let words = if behind { part.words.get(office + 1..) } else { part.words.get(..office) }?;
        let more = words.iter().skip(1).position(|word| word.before.preposition.is_some());
        let end = more.map_or(words.len(), |more| more + 1);
        let head = words.get(end.checked_sub(1)?)?;
        Some(Headed { words, head, behind })
    }
}

/// What an office is the head of.
struct Headed<'a> {
    words: &'a [Item],
    head: &'a Item,
    /// It stands behind “of”.
    behind: bool,
}

/// Classes of words that tell that somebody does not hold an office, or not alone.
const OFFICES: [&str; 3] = ["former", "deputy", "acting"];

fn is_kept(kept: &[String], class: &str) -> bool {
    kept.iter().any(|one| one == class)
}

fn is_at(row: &Item, head: &Item) -> bool {
    row.token.span == head.token.span
}
