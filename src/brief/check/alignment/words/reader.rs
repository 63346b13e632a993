//! Reads the words of a sentence.

use super::item::{BECAUSE, Before, Item, Kind, NO, is_of_a_noun};
use super::lists::Lists;
use super::meanings::{Senses, Thesaurus};
use crate::brief::check::names::{canonical, is_name};
use crate::brief::check::numbers::located;
use crate::brief::check::polarity::is_negation;
use crate::brief::check::source::Source;
use crate::brief::check::words::{LISTS, Token};
use crate::languages::section;
use crate::text::{fold, is_stop};

/// Years that a number without a unit may be.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

/// Reads the words of a sentence of `whole`.
pub(in crate::brief::check::alignment) fn items(whole: &str, tokens: &[Token], source: &Source) -> Vec<Item> {
    let language = source.language;
    let reader = Reader { whole, source, lists: Lists::of(language), thesaurus: Thesaurus::of(language) };
    let numbers = located(whole, tokens);
    let mut found: Vec<Item> = Vec::new();
    let mut before = Before::default();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if at > 0 && !token.quoted && tokens.get(at - 1).is_some_and(|last| last.quoted) {
            before = Before::default();
        }
        before.parted |= token.parted;
        // “since then, the price”
        before.lapsed |= token.parted && (before.preposition.is_some() || before.helped);
        if let Some((range, number)) = numbers.iter().find(|(range, _)| range.start == at) {
            let year = token.unmarked() && number.trim_end().parse().is_ok_and(|year| YEARS.contains(&year));
            let day = number.split(' ').next().is_some_and(|word| LISTS.is_month(word));
            let item = reader.item(Kind::Number, number.clone(), token, std::mem::take(&mut before));
            found.push(Item { time: year || day, ..item });
            at = range.end.max(at + 1);
            continue;
        }
        if numbers.iter().any(|(range, _)| range.start == at + 1)
            && let Some(class) = reader.lists.measures.get(&reader.form(token))
        {
            let class = class.clone();
            found.push(reader.item(Kind::Kept, class, token, std::mem::take(&mut before)));
            at += 1;
            continue;
        }
        let behind = tokens.get(at + 2).filter(|behind| !behind.parted);
        if tokens.get(at + 1).is_some_and(|next| reader.is_free((token, next), behind.is_some())) {
            at += 2;
            continue;
        }
        if let Some(next) = tokens.get(at + 1)
            && let Some(item) = reader.pair((token, next), is_of_a_noun(&found, &before), &mut before)
        {
            found.push(item);
            at += 2;
            continue;
        }
        let month = LISTS.is_month(&token.folded)
            && (token.capital || !reader.lists.kept.contains_key(&token.folded));
        let unit = LISTS.map(section::UNITS, &token.folded).is_some() || month;
        let counted = unit && numbers.iter().any(|(range, _)| range.end == at || range.start == at + 1);
        if !counted {
            found.extend(reader.single(token, &mut before));
        }
        at += 1;
    }
    if let Some(last) = found.last_mut() {
        last.left = before.preposition;
    }
    for at in 1..found.len() {
        inherit(&mut found, at);
        let left = found.get_mut(at).and_then(|item| item.before.left.take());
        if let Some(item) = found.get_mut(at - 1) {
            item.left = left.or(item.left.take());
        }
        // “Thursday night”
        let timed = found.get(at - 1).is_some_and(|item| item.time && item.kind == Kind::Word);
        if let Some(unit) = found.get_mut(at).filter(|unit| timed && unit.before == Before::default()) {
            unit.time |= reader.lists.time_units.contains(&unit.form);
        }
        // whom “according to” names stands behind no preposition of the article's other ways to say so
        if found.get(at - 1).is_some_and(|item| item.according)
            && let Some(named) = found.get_mut(at)
        {
            named.before.preposition = None;
        }
    }
    found
}

/// “Of Varnia and Ostrea”: what is joined stands behind the same preposition.
fn inherit(items: &mut [Item], at: usize) {
    let before = items.get(at - 1).filter(|before| !before.before.lapsed && !before.before.stranded);
    let before = before.and_then(|before| before.before.preposition.clone());
    if let Some(item) = items.get_mut(at).filter(|item| item.name || item.kind == Kind::Number) {
        let Before { joint, parted, opened, determined, .. } = item.before;
        if joint && !parted && !opened && !determined && item.before.preposition.is_none() {
            item.before.preposition = before;
        }
    }
}

struct Reader<'a> {
    whole: &'a str,
    source: &'a Source,
    lists: &'a Lists,
    thesaurus: &'a Thesaurus,
}

impl Reader<'_> {
    /// Two words that are one: a name, a set phrase, a word that is kept.
    fn pair(&self, (token, next): (&Token, &Token), of_a_noun: bool, before: &mut Before) -> Option<Item> {
        let folded = format!("{} {}", token.folded, next.folded);
        if let Some(id) = canonical(&folded) {
            let item = self.item(Kind::Word, id.to_owned(), token, std::mem::take(before));
            return Some(Item { name: true, ..item });
        }
        // “is due to leave”
        let infinitive = before.passive && self.lists.infinitives.contains(&next.folded);
        if let Some(class) = self.lists.kept.get(&folded).filter(|class| !infinitive || *class != BECAUSE) {
            let item = self.item(Kind::Kept, class.clone(), token, std::mem::take(before));
            if *class != BECAUSE {
                return Some(item);
            }
            let form = format!("{} {}", item.form, self.form(next));
            return Some(Item { form, ties: true, ..item });
        }
        let form = format!("{} {}", self.form(token), self.form(next));
        if self.lists.is_time(&self.form(token), &self.form(next)) {
            let item = self.item(Kind::Word, form.clone(), token, std::mem::take(before));
            return Some(Item { form, time: true, verb: false, ..item });
        }
        let equal = self.lists.equal(&form);
        // “a railway bridge over the river”
        let noun = || of_a_noun && self.thesaurus.is_noun(&self.form(token));
        let phrase =
            || !next.capital && !noun() && self.thesaurus.is_phrase(&self.form(token), &self.form(next));
        (!equal.is_empty() || phrase()).then(|| {
            let key = format!("{} {}", token.stem, next.stem);
            let item = self.item(Kind::Word, key, token, std::mem::take(before));
            Item { equal: equal.to_vec(), senses: self.thesaurus.senses(&form), form, ..item }
        })
    }

    /// “In all”: two words without meaning of their own.
    fn is_free(&self, (token, next): (&Token, &Token), goes_on: bool) -> bool {
        !(goes_on && self.lists.kept.contains_key(&next.folded))
            && self.lists.free.contains(&format!("{} {}", token.folded, next.folded))
    }

    fn single(&self, token: &Token, before: &mut Before) -> Option<Item> {
        let elided = self.elided(token, before);
        let token = elided.as_ref().unwrap_or(token);
        let form = self.form(token);
        let (lists, language) = (self.lists, self.source.language);
        let small = !token.capital || token.first;
        if lists.said.contains(&token.folded) || lists.according.contains(&token.folded) && small {
            let item = self.item(Kind::Said, token.stem.clone(), token, std::mem::take(before));
            return Some(Item { according: lists.according.contains(&token.folded), ..item });
        }
        if let Some(class) = lists.kept.get(&token.folded).filter(|_| small) {
            return Some(self.item(Kind::Kept, class.clone(), token, std::mem::take(before)));
        }
        if is_negation(&token.folded, language) {
            let key = if is_stop(&token.folded, language) { NO.to_owned() } else { token.stem.clone() };
            self.note(&form, before);
            return Some(self.item(Kind::Kept, key, token, std::mem::take(before)));
        }
        let common = is_stop(&token.folded, language) && !lists.meaning.contains(&form)
            || lists.free.contains(&form)
            || lists.prepositions.contains_key(&form)
            || token.folded.chars().count() < 2;
        let month = token.capital && !token.first && LISTS.is_month(&token.folded);
        if common && !month && !(is_name(token, self.source) && !token.first) {
            self.note(&form, before);
            return None;
        }
        let key = canonical(&token.folded).map_or_else(|| token.stem.clone(), str::to_owned);
        Some(self.item(Kind::Word, key, token, std::mem::take(before)))
    }

    /// Puts down what a small word says of what follows.
    fn note(&self, form: &str, before: &mut Before) {
        let lists = self.lists;
        // “two of them had left”
        before.stranded |=
            before.preposition.as_ref().is_some_and(|class| !lists.infinitives.contains(class))
                && (lists.auxiliaries.contains(form) && !self.thesaurus.is_going(form)
                    || lists.pronouns.contains(form) && lists.pronoun(form).is_none());
        let pronoun = lists.pronoun(form);
        let object = lists.object_pronouns.contains(form) && pronoun.is_none_or(|pronoun| !pronoun.owns);
        let it = pronoun.is_some_and(|pronoun| !pronoun.owns && !pronoun.person && !pronoun.many);
        if !before.opened && (object || it) {
            before.hung = before.preposition.clone().or(before.hung.take());
        }
        if it && before.hung.is_some() {
            (before.preposition, before.agent) = (None, false);
            return;
        }
        before.stranded &= !lists.prepositions.contains_key(form);
        before.lapsed &= !lists.prepositions.contains_key(form) && !lists.auxiliaries.contains(form);
        if let Some(class) = lists.prepositions.get(form) {
            before.left = before.preposition.take().filter(|left| !lists.infinitives.contains(left));
            before.preposition = Some(class.clone()).filter(|class| class != "-");
            before.agent = lists.agents.contains(form);
        }
        if lists.case_articles.contains(form) {
            before.article = Some(form.to_owned());
        }
        let folded = fold(form);
        before.determined |= lists.determiners.contains(form);
        before.indefinite |= lists.indefinite.contains(form);
        before.passive |= lists.passive.contains(form);
        let joint = lists.joints.contains(&folded) && !lists.openers.contains(form);
        before.joint |= joint;
        // “rejected this and left”
        before.determined &= !joint;
        before.opened |= lists.openers.contains(form);
        before.relative |= lists.relatives.contains(form);
        before.pronoun |= lists.pronouns.contains(form);
        before.stands = lists.pronoun(form).or(before.stands);
        before.helped |= lists.auxiliaries.contains(form);
    }

    /// What stands behind a word that has lost its vowel, which is noted.
    fn elided(&self, token: &Token, before: &mut Before) -> Option<Token> {
        let raw = token.span.of(self.whole);
        let (head, rest) = raw.split_once(['\'', '’'])?;
        if rest.is_empty() || !self.lists.elided.contains(&head.to_lowercase()) {
            return None;
        }
        self.note(&head.to_lowercase(), before);
        let capital = rest.chars().next().is_some_and(char::is_uppercase);
        Some(Token { folded: fold(rest), capital, owner: false, first: false, ..token.clone() })
    }

    /// Whether a word at the head of a sentence has its capital from there alone.
    fn is_common(&self, token: &Token, senses: &Senses) -> bool {
        let next = self.whole.get(token.span.end..).unwrap_or_default();
        let next = next.trim_start().chars().next();
        !senses.is_empty()
            && !self.source.capitals.contains(&token.folded)
            && !next.is_some_and(char::is_uppercase)
    }

    fn form(&self, token: &Token) -> String {
        let raw = token.span.of(self.whole).to_lowercase();
        let elided = raw.split_once(['\'', '’']).filter(|(head, _)| self.lists.elided.contains(*head));
        let bare = elided.map_or(raw.as_str(), |(_, rest)| rest);
        crate::text::without_possessive(bare).replace('ё', "е")
    }

    fn item(&self, kind: Kind, key: String, token: &Token, before: Before) -> Item {
        let lists = self.lists;
        let form = self.form(token);
        // “rejected” says no, and is a verb
        let verb = kind == Kind::Kept && key != NO && is_negation(&token.folded, token.language);
        let senses =
            if kind == Kind::Word || verb { self.thesaurus.senses(&form) } else { Senses::default() };
        let free = kind == Kind::Word && !token.capital;
        let bare = !before.determined
            && !before.stands.is_some_and(|pronoun| pronoun.owns)
            && before.preposition.is_none();
        let verb = free && bare && (before.helped || lists.is_past(&form));
        let month =
            LISTS.is_month(&token.folded) && (token.capital || !lists.kept.contains_key(&token.folded));
        Item {
            kind,
            equal: lists.equal(&form).to_vec(),
            name: kind == Kind::Word
                && is_name(token, self.source)
                && !(token.first && self.is_common(token, &senses)),
            senses,
            office: kind == Kind::Word && lists.is_office(&token.folded),
            left: None,
            according: false,
            claimed: (free || kind == Kind::Kept)
                && lists.claimed.contains(&token.folded)
                && !lists.meaning.contains(&form),
            moved: false,
            whence: false,
            aspect: lists.aspects.contains(&form),
            within: false,
            turned: false,
            ties: kind == Kind::Kept && lists.ties.contains(&form),
            measures: kind == Kind::Kept && lists.measuring.contains(&key),
            form,
            reports: free && lists.reports.contains(&token.folded),
            time: kind == Kind::Word && (month || LISTS.calendar(&token.folded).is_some()),
            verb,
            key,
            token: token.clone(),
            before,
        }
    }
}
