//! The words of a sentence as they are laid beside those of another: those that mean something, each with what the small
//! words before it say of it.

use super::lists::Lists;
use crate::brief::check::names::{canonical, is_name};
use crate::brief::check::numbers::located;
use crate::brief::check::polarity::is_negation;
use crate::brief::check::source::Source;
use crate::brief::check::words::{LISTS, Token};
use crate::languages::section;
use crate::text::{fold, is_stop};

/// The key of a word that says no.
pub(super) const NO: &str = "no";
/// The key of a word that tells a cause.
pub(super) const BECAUSE: &str = "because";
/// Years that a number without a unit may be.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

/// What a word does in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It means something of its own.
    Word,
    /// A number with its unit.
    Number,
    /// It may neither be added nor left out.
    Kept,
    /// It says no more than that something is somebody's word.
    Said,
}

/// What the small words before a word say of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Before {
    /// The class of the preposition.
    pub(super) preposition: Option<String>,
    /// Whoever does it follows: “by”.
    pub(super) agent: bool,
    /// The article that tells the case.
    pub(super) article: Option<String>,
    pub(super) determined: bool,
    /// An auxiliary of the passive.
    pub(super) passive: bool,
    /// A word that joins clauses.
    pub(super) joint: bool,
    /// A word that opens a clause with its own subject.
    pub(super) opened: bool,
    pub(super) pronoun: bool,
    /// A mark that parts clauses.
    pub(super) parted: bool,
}

/// A word.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) kind: Kind,
    /// Its stem, its number with its unit, or the class of a word that is kept.
    pub(super) key: String,
    /// As written, in lower case.
    pub(super) form: String,
    /// Lines of forms that say the same.
    pub(super) equal: Vec<usize>,
    pub(super) token: Token,
    pub(super) before: Before,
    pub(super) name: bool,
    /// It is “according to”.
    pub(super) according: bool,
    /// It is somebody's word, and how: it stands for no other word.
    pub(super) claimed: bool,
    /// A verb of saying that a plain one may stand for.
    pub(super) reports: bool,
    /// An owner that was put behind what is owned.
    pub(super) moved: bool,
    /// It names a day, a month or a year.
    pub(super) time: bool,
}

impl Item {
    pub(super) fn kept(&self) -> bool {
        self.kind == Kind::Kept
    }

    pub(super) fn said(&self) -> bool {
        self.kind == Kind::Said
    }

    /// Whether a clause begins with it.
    pub(super) fn opens(&self) -> bool {
        let joint = self.before.joint && self.before.preposition.is_none();
        self.before.parted || joint || self.before.opened || self.binds()
    }

    /// Whether it ties a clause to another by time, cause or condition.
    pub(super) fn binds(&self) -> bool {
        self.kept()
            && matches!(
                self.key.as_str(),
                "if" | "unless"
                    | "whether"
                    | "when"
                    | "until"
                    | "before"
                    | "after"
                    | "since"
                    | "because"
                    | "although"
            )
    }

    /// Whether what it opens is told as a fact.
    pub(super) fn binds_a_fact(&self) -> bool {
        self.kept() && matches!(self.key.as_str(), "after" | "since" | "because" | "although")
    }

    /// Whether nothing of what it opens may be told without it.
    pub(super) fn is_condition(&self) -> bool {
        self.kept() && matches!(self.key.as_str(), "if" | "unless" | "whether")
    }
}

/// Reads the words of a sentence of `whole`.
pub(super) fn items(whole: &str, tokens: &[Token], source: &Source) -> Vec<Item> {
    let reader = Reader { whole, source, lists: Lists::of(source.language) };
    let numbers = located(whole, tokens);
    let mut found: Vec<Item> = Vec::new();
    let mut before = Before::default();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        before.parted |= token.parted;
        if let Some((range, number)) = numbers.iter().find(|(range, _)| range.start == at) {
            let year = number.trim_end().parse().is_ok_and(|year| YEARS.contains(&year));
            let day = number.split(' ').next().is_some_and(|word| LISTS.is_month(word));
            let item = reader.item(Kind::Number, number.clone(), token, std::mem::take(&mut before));
            found.push(Item { time: year || day, ..item });
            at = range.end.max(at + 1);
            continue;
        }
        if let Some(next) = tokens.get(at + 1)
            && let Some(item) = reader.pair(token, next, &mut before)
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
    for at in 1..found.len() {
        inherit(&mut found, at);
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
    let before = items.get(at - 1).and_then(|before| before.before.preposition.clone());
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
}

impl Reader<'_> {
    /// Two words that are one: a name, a set phrase, a word that is kept.
    fn pair(&self, token: &Token, next: &Token, before: &mut Before) -> Option<Item> {
        let folded = format!("{} {}", token.folded, next.folded);
        if let Some(id) = canonical(&folded) {
            let item = self.item(Kind::Word, id.to_owned(), token, std::mem::take(before));
            return Some(Item { name: true, ..item });
        }
        if let Some(class) = self.lists.kept.get(&folded) {
            return Some(self.item(Kind::Kept, class.clone(), token, std::mem::take(before)));
        }
        let form = format!("{} {}", self.form(token), self.form(next));
        let equal = self.lists.equal(&form);
        (!equal.is_empty()).then(|| {
            let item = self.item(Kind::Word, token.stem.clone(), token, std::mem::take(before));
            Item { form, equal: equal.to_vec(), ..item }
        })
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
        let common = is_stop(&token.folded, language)
            || lists.free.contains(&form)
            || lists.prepositions.contains_key(&form)
            || token.folded.chars().count() < 2;
        if common && !(is_name(token, self.source) && !token.first) {
            self.note(&form, before);
            return None;
        }
        let key = canonical(&token.folded).map_or_else(|| token.stem.clone(), str::to_owned);
        Some(self.item(Kind::Word, key, token, std::mem::take(before)))
    }

    /// Puts down what a small word says of what follows.
    fn note(&self, form: &str, before: &mut Before) {
        let lists = self.lists;
        if let Some(class) = lists.prepositions.get(form) {
            before.preposition = Some(class.clone()).filter(|class| class != "-");
            before.agent = lists.agents.contains(form);
        }
        if lists.case_articles.contains(form) {
            before.article = Some(form.to_owned());
        }
        let folded = fold(form);
        before.determined |= lists.determiners.contains(form);
        before.passive |= lists.passive.contains(form);
        before.joint |= lists.joints.contains(&folded) && !lists.openers.contains(form);
        before.opened |= lists.openers.contains(form);
        before.pronoun |= lists.pronouns.contains(form);
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

    fn form(&self, token: &Token) -> String {
        let raw = token.span.of(self.whole).to_lowercase();
        let elided = raw.split_once(['\'', '’']).filter(|(head, _)| self.lists.elided.contains(*head));
        let bare = elided.map_or(raw.as_str(), |(_, rest)| rest);
        crate::text::without_possessive(bare).replace('ё', "е")
    }

    fn item(&self, kind: Kind, key: String, token: &Token, before: Before) -> Item {
        let lists = self.lists;
        let form = self.form(token);
        let free = kind == Kind::Word && !token.capital;
        let month =
            LISTS.is_month(&token.folded) && (token.capital || !lists.kept.contains_key(&token.folded));
        Item {
            kind,
            key,
            equal: lists.equal(&form).to_vec(),
            form,
            name: kind == Kind::Word && is_name(token, self.source),
            according: false,
            claimed: (free || kind == Kind::Kept) && lists.claimed.contains(&token.folded),
            moved: false,
            reports: free && lists.reports.contains(&token.folded),
            time: kind == Kind::Word && (month || LISTS.calendar(&token.folded).is_some()),
            token: token.clone(),
            before,
        }
    }
}
