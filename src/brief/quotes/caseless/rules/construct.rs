//! Noun phrases in which a title stands before its complement and both before the name: `minister of X NAME`.
//!
//! The article tells a complement or an adjective from a name; a title without it must have a complement.

use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{Shape, Token};
use crate::text::Span;

/// Words of a name without its particles.
const LONGEST_NAME: usize = 3;
/// Words of a name in marks.
const LONGEST_MARKED: usize = 4;
/// What ends a noun phrase.
const ENDS: Tags = Tags::PREPOSITION
    .or(Tags::THAT)
    .or(Tags::TIME)
    .or(Tags::CUE)
    .or(Tags::OTHER_VERB)
    .or(Tags::ADVERB)
    .or(Tags::CONJUNCTION)
    .or(Tags::GLUED)
    .or(Tags::PARTICIPLE)
    .or(Tags::RELAY_END)
    .or(Tags::ACCORD)
    .or(Tags::RELAY)
    .or(Tags::WHO)
    .or(Tags::OTHER_PRONOUN);
/// What is a noun although it may end a phrase elsewhere.
const NOUNS: Tags =
    Tags::OFFICE.or(Tags::ANONYMOUS).or(Tags::BODY).or(Tags::HONORIFIC).or(Tags::PERSON).or(Tags::NAME);
/// Nouns that may have a complement.
const HEADS: Tags = Tags::OFFICE.or(Tags::BODY).or(Tags::PERSON).or(Tags::ANONYMOUS).or(Tags::ARTICLE);

/// One past the last token of the noun phrase that begins at `from`.
#[must_use]
pub(crate) fn end(tokens: &[Token], from: usize, to: usize) -> usize {
    let mut at = from;
    while at < to {
        let Some(token) = tokens.get(at) else { break };
        let inside = at > from;
        let before = if inside { tags(tokens, at - 1) } else { Tags::NONE };
        let titled = tags(tokens, from).any(Tags::OFFICE);
        let next = tokens.get(at + 1).filter(|_| at + 1 < to);
        if inside && token.has(Tags::OF) && (before.any(HEADS) || titled) && next.is_some_and(is_plain) {
            at += 2;
        } else if inside && token.shape == Shape::Bracket {
            at += 1;
        } else if inside && titled && token.quotation().is_some() && !before.any(Tags::WORK) {
            let short = token.form.split_whitespace().count() <= LONGEST_MARKED;
            return if short { at + 1 } else { at };
        } else if inside
            && token.is_mark(&['-', '–'])
            && next.is_some_and(|next| next.is_unknown() || next.has(Tags::NAME))
        {
            at += 2;
        } else if inside && token.has(Tags::GLUED) {
            let complement = token.has(Tags::ARTICLE) && before.any(HEADS);
            if !(complement && next.is_some_and(|next| next.is_unknown() && !next.has(Tags::GLUED))) {
                break;
            }
            at += 1;
        } else if ends(token) {
            break;
        } else {
            at += 1;
        }
    }
    at
}

fn ends(token: &Token) -> bool {
    let verb =
        token.has(Tags::CUE) && !token.has(Tags::ARTICLE.or(Tags::OFFICE).or(Tags::NAME).or(Tags::ANONYMOUS));
    token.is_edge() || token.has(ENDS) && !token.has(NOUNS) || verb
}

fn is_plain(token: &Token) -> bool {
    matches!(token.shape, Shape::Unknown | Shape::Known | Shape::Name)
        && !token.has(Tags::THAT.or(Tags::VERB))
}

/// Whether an object may follow the subject of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Object {
    /// None does.
    None,
    /// It may: names are two words.
    Perhaps,
    /// It must: what follows a title is a name only where words enough for both stand there.
    Sure,
}

impl Object {
    /// What follows the subject of a verb with these classes.
    #[must_use]
    pub(crate) fn of(verb: Tags) -> Self {
        match verb {
            _ if verb.any(Tags::VERB) => Self::None,
            _ if verb.any(Tags::WEAK) => Self::Sure,
            _ if verb.any(Tags::OTHER_VERB) => Self::Perhaps,
            _ => Self::None,
        }
    }
}

/// What a title phrase holds before the name.
struct Titled {
    /// The code or word of the office.
    office: String,
    /// The first token behind the title and its complements.
    rest: usize,
    /// The title still needs a complement.
    needs: bool,
}

/// Reads the tokens of a noun phrase behind a verb with whatever object.
#[must_use]
pub(crate) fn read(page: &Page, tokens: &[Token], object: Object) -> Option<Phrase> {
    let tokens: Vec<&Token> = tokens.iter().filter(|token| token.shape != Shape::Bracket).collect();
    let (first, last) = (*tokens.first()?, *tokens.last()?);
    page.steps.take(tokens.len());
    let span = |to: &Token| Span::new(first.span.start, to.span.end);
    let plain = |referent: Referent, to: &Token| Some(Phrase { span: span(to), referent, name: None });
    if let Some(known) = tokens.iter().find(|token| token.has(Tags::NAME)) {
        let referent = Referent::Person(page.people.whom(&known.form));
        return Some(Phrase { span: span(known), referent, name: Some(known.span) });
    }
    if first.has(Tags::HE.or(Tags::SHE)) {
        return plain(Referent::Pronoun, last);
    }
    if last.has(Tags::IT) && tokens.len() == 1
        || first.has(Tags::DEFINITE) && last.has(Tags::BODY.or(Tags::IT))
    {
        return plain(Referent::It, last);
    }
    if first.has(Tags::INDEFINITE) && !first.has(Tags::OFFICE) {
        return plain(Referent::Anonymous, last);
    }
    if let Some(marked) = last.quotation().and_then(|at| page.mark(at)) {
        return Some(Phrase { span: span(last), referent: Referent::Person(None), name: Some(marked.inner) });
    }
    let Some(titled) = titled(page, &tokens) else { return untitled(page, &tokens) };
    let rest = tokens.get(titled.rest..).unwrap_or_default();
    let rest: &[&Token] = match object {
        Object::Sure if rest.len() < 3 => &[],
        Object::Sure | Object::Perhaps => rest.get(..rest.len().min(2)).unwrap_or_default(),
        Object::None => rest,
    };
    let name = name_words(page, rest);
    if let (Some(one), Some(end)) = (name.first(), name.last())
        && (name.len() > 1 || !titled.needs)
    {
        let name = Span::new(one.span.start, end.span.end);
        return Some(Phrase { span: span(end), referent: Referent::Person(None), name: Some(name) });
    }
    let nobody =
        first.has(Tags::ANONYMOUS) && !first.has(Tags::ARTICLE) && !page.lexicon.is_office(&first.form);
    let referent = if nobody { Referent::Anonymous } else { Referent::Office(titled.office, false) };
    let end = titled.rest.checked_sub(1).and_then(|at| tokens.get(at)).filter(|_| !nobody);
    plain(referent, end.copied().unwrap_or(last))
}

/// The title at the head of a phrase with its complements.
fn titled(page: &Page, tokens: &[&Token]) -> Option<Titled> {
    let mut office = None;
    let mut found = false;
    let mut needs = false;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let left = tokens.len() - at;
        if token.has(Tags::TITLE) {
            // a word for an office that is also a first name
            let next = tokens.get(at + 1);
            if found
                && !needs
                && left == 2
                && !token.has(Tags::ARTICLE)
                && next.is_some_and(|next| next.is_unknown())
            {
                break;
            }
            office = office
                .or_else(|| Some(page.lexicon.office(&token.form)).filter(|_| !token.has(Tags::HONORIFIC)));
            found = true;
            needs = !token.has(Tags::ARTICLE.or(Tags::HONORIFIC)) && !page.lexicon.ends_definite(&token.form);
        } else if !found {
            break;
        } else if token.has(Tags::OF) && left > 1 {
            // its complement stands behind it, known or not
            needs = false;
            at += 1;
        } else if token.has(Tags::BODY.or(Tags::COUNTRY).or(Tags::COMPOUND).or(Tags::GLUED)) {
            needs = token.has(Tags::BODY) && !token.has(Tags::ARTICLE.or(Tags::COUNTRY).or(Tags::GLUED));
        } else if token.has(Tags::ARTICLE) && token.is_unknown() {
            let named = tokens.get(at + 1..).unwrap_or_default();
            let name_follows = named.iter().any(|token| token.is_unknown() && !token.has(Tags::ARTICLE));
            if !needs && !name_follows && left > 1 {
                break;
            }
            needs = false;
        } else if needs && token.is_unknown() && (left > 2 || page.is_often(&token.form)) {
            needs = false;
        } else if !page.lexicon.past.contains(&token.form) {
            break;
        }
        at += 1;
    }
    found.then(|| Titled { office: office.unwrap_or_default(), rest: at, needs })
}

fn untitled(page: &Page, tokens: &[&Token]) -> Option<Phrase> {
    let (first, last) = (*tokens.first()?, *tokens.last()?);
    let plain = |referent: Referent, to: &Token| {
        Some(Phrase { span: Span::new(first.span.start, to.span.end), referent, name: None })
    };
    match first {
        _ if first.has(Tags::AGENCY) => plain(Referent::Agency, last),
        _ if first.has(Tags::DOCUMENT) => plain(Referent::Document, last),
        _ if first.has(Tags::ANONYMOUS) => plain(Referent::Anonymous, last),
        _ if first.has(Tags::BODY) => {
            let of_it = |(at, token): (usize, &&Token)| {
                let complement = at == 0 && !first.has(Tags::ARTICLE);
                !(token.has(Tags::ARTICLE.or(Tags::COUNTRY).or(Tags::BODY).or(Tags::OF)) || complement)
            };
            let rest = tokens.get(1..).unwrap_or_default();
            let len = rest.iter().enumerate().position(of_it).unwrap_or(rest.len());
            plain(Referent::Body, tokens.get(len).copied().unwrap_or(first))
        }
        _ if first.has(Tags::CROWD) => plain(Referent::Crowd, last),
        _ if first.has(Tags::PERSON) => plain(Referent::Anonymous, last),
        _ if first.has(Tags::COUNTRY.or(Tags::ARTICLE)) => plain(Referent::Body, last),
        _ => {
            let name = name_words(page, tokens);
            let (Some(one), Some(end)) = (name.first(), name.last()) else {
                return plain(Referent::Other, last);
            };
            let span = Span::new(one.span.start, end.span.end);
            let referent = if name.len() > 1 { Referent::Person(None) } else { Referent::Body };
            Some(Phrase { span, referent, name: Some(span) })
        }
    }
}

/// The words of a name at the head of `tokens`: one with the article ends it, unless a particle ties them.
fn name_words<'t>(page: &Page, tokens: &[&'t Token]) -> Vec<&'t Token> {
    let mut name: Vec<&Token> = Vec::new();
    let mut most = LONGEST_NAME;
    let particle = |token: &Token| page.lexicon.particles.contains(&token.form);
    for token in tokens {
        if matches!(token.shape, Shape::Mark(_)) && !name.is_empty() {
            name.push(token);
            most += 2;
            continue;
        }
        most += usize::from(particle(token));
        let closed = name.last().is_some_and(|last| last.has(Tags::ARTICLE))
            && name.len().checked_sub(2).is_some_and(|at| name.get(at).is_some_and(|token| !particle(token)));
        let surname = name.len() == 1 && token.has(Tags::ARTICLE) && token.shape == Shape::Known;
        let first =
            name.is_empty() && tokens.len() == 2 && token.has(Tags::OFFICE) && !token.has(Tags::ARTICLE);
        if token.shape != Shape::Unknown && !surname && !first
            || name.len() >= most
            || closed
            || page.lexicon.past.contains(&token.form)
        {
            break;
        }
        name.push(token);
    }
    while name.last().is_some_and(|last| matches!(last.shape, Shape::Mark(_)) || particle(last)) {
        name.pop();
    }
    name
}
