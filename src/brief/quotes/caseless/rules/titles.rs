//! The title at the head of a noun phrase with its complements, and the name behind them, where a title stands before both.
//!
//! The article tells a complement or an adjective from a name; a title without it must have a complement.

use crate::brief::quotes::caseless::page::Page;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{Shape, Token};

/// Words of a name without its particles.
const LONGEST_NAME: usize = 3;

/// What a title phrase holds before the name.
pub(super) struct Titled {
    /// The code or word of the office.
    pub(super) office: String,
    /// It is somebody's: `her spokesman`.
    pub(super) owned: bool,
    /// The first token behind the title and its complements.
    pub(super) rest: usize,
    /// The title still needs a complement.
    pub(super) needs: bool,
}

/// The title at the head of a phrase with its complements.
#[must_use]
pub(super) fn titled(page: &Page, tokens: &[&Token]) -> Option<Titled> {
    let mut found: Option<Titled> = None;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let rest = tokens.get(at..).unwrap_or_default();
        let Some(known) = found.as_mut() else {
            if !token.has(Tags::TITLE) {
                return None;
            }
            let courtesy = token.has(Tags::HONORIFIC) && !token.has(Tags::OFFICE);
            let office =
                if courtesy { String::new() } else { page.lexicon.office_of(token, tokens.get(1).copied()) };
            found = Some(Titled {
                office,
                owned: token.has(Tags::OWNED),
                rest: 1,
                needs: needs_complement(page, token),
            });
            at = 1;
            continue;
        };
        match part(page, rest, known.needs) {
            Part::Title => {
                if known.office.is_empty() {
                    known.office = page.lexicon.office_of(token, tokens.get(at + 1).copied());
                }
                known.needs = needs_complement(page, token);
            }
            Part::Complement(needs) => known.needs = needs,
            Part::Linked => {
                known.owned |= token.has(Tags::OWNED);
                // `in the name of the army of X`
                let tied = rest.get(1).filter(|_| !token.has(Tags::OWNED));
                known.needs = tied.is_some_and(|tied| tied.has(Tags::BODY) && needs_complement(page, tied));
                at += usize::from(tied.is_some());
            }
            Part::Past => {}
            Part::Name => break,
        }
        at += 1;
        known.rest = at;
    }
    found
}

/// What a word behind a title is.
enum Part {
    /// Another title.
    Title,
    /// A complement, and whether it needs one in turn.
    Complement(bool),
    /// A word that ties a complement to the title.
    Linked,
    /// A word for how or when the office is held.
    Past,
    /// The name begins, or something that is none of the title's.
    Name,
}

/// What the first of `tokens` is behind a title that still `needs` a complement or not.
fn part(page: &Page, tokens: &[&Token], needs: bool) -> Part {
    const NOUNS: Tags = Tags::DOCUMENT.or(Tags::WORK).or(Tags::SPEECH_NOUN).or(Tags::PERSON).or(Tags::CROWD);
    let Some((token, rest)) = tokens.split_first() else { return Part::Name };
    let unknown = token.is_unknown() && !token.has(Tags::GIVEN);
    // a word that ties may be a first name, too: something known stands behind the one, the last name behind the other
    let named = token.has(Tags::GIVEN)
        && rest.first().is_some_and(|next| next.is_unknown() && !next.has(Tags::ARTICLE.or(Tags::GLUED)));
    let ties = token.has(Tags::OF) && !named && (token.has(Tags::OWNED) || !rest.is_empty());
    match token {
        _ if token.quotation().is_some() => Part::Complement(false),
        _ if page.lexicon.past.contains(&token.form) => Part::Past,
        // of two first names behind a title that needs a complement, the first is its country
        _ if needs
            && token.has(Tags::GIVEN)
            && rest.len() > 1
            && rest.iter().take(2).all(|next| next.is_unknown()) =>
        {
            Part::Complement(false)
        }
        _ if token.has(Tags::GIVEN) && !needs && !ties && !token.has(Tags::ARTICLE) => Part::Name,
        // a word for an office that is also a first name
        _ if token.has(Tags::TITLE) && !needs && !token.has(Tags::ARTICLE) && first_name(rest) => Part::Name,
        _ if token.has(Tags::TITLE) => Part::Title,
        _ if ties => Part::Linked,
        _ if token.has(Tags::BODY) => Part::Complement(!token.has(Tags::ARTICLE.or(Tags::COUNTRY))),
        _ if token.has(Tags::COUNTRY.or(Tags::COMPOUND).or(Tags::GLUED)) => Part::Complement(false),
        _ if token.has(Tags::ARTICLE) && unknown => {
            let named = rest.iter().any(|token| token.is_unknown() && !token.has(Tags::ARTICLE));
            if needs || named || rest.is_empty() { Part::Complement(false) } else { Part::Name }
        }
        _ if token.has(Tags::ARTICLE.or(Tags::OWNED)) || needs && token.has(NOUNS) => Part::Complement(false),
        _ if needs && unknown && (!rest.is_empty() || page.is_often(&token.form)) => {
            Part::Complement(rest.first().is_some_and(|next| is_owner(next)))
        }
        _ => Part::Name,
    }
}

/// A noun with the article behind one without: whose that is, so both are one complement.
fn is_owner(token: &Token) -> bool {
    token.is_unknown() && token.has(Tags::ARTICLE) && !token.has(Tags::GIVEN)
}

/// One word no table knows is left.
fn first_name(rest: &[&Token]) -> bool {
    rest.len() == 1 && rest.first().is_some_and(|next| next.is_unknown())
}

fn needs_complement(page: &Page, title: &Token) -> bool {
    let complete = title.has(Tags::ARTICLE.or(Tags::HONORIFIC).or(Tags::OWNED));
    !complete && !page.lexicon.ends_definite(&title.form)
}

/// The words of a name at the head of `tokens`: one with the article ends it, unless a particle ties them, and belongs to it
/// only behind a first name or another word; what is somebody's does not.
#[must_use]
pub(super) fn name_words<'t>(page: &Page, tokens: &[&'t Token]) -> Vec<&'t Token> {
    let mut name: Vec<&Token> = Vec::new();
    let mut most = LONGEST_NAME;
    let particle = |token: &Token| page.lexicon.particles.contains(&token.form);
    for (at, token) in tokens.iter().enumerate() {
        if matches!(token.shape, Shape::Mark(_)) && !name.is_empty() {
            name.push(token);
            most += 2;
            continue;
        }
        // a particle ties whatever word stands behind it
        if name.last().is_some_and(|last| ties(page, last)) && is_tied(token) {
            name.push(token);
            continue;
        }
        most += usize::from(particle(token));
        let closes = closes(page, &name, token, tokens.get(at + 1).copied());
        let first =
            name.is_empty() && tokens.len() == 2 && token.has(Tags::OFFICE) && !token.has(Tags::ARTICLE);
        let surname = is_surname(&name, token, tokens.get(at + 1).copied());
        let part = token.shape == Shape::Unknown || token.has(Tags::GIVEN) || surname || first;
        if !part || closes || name.len() >= most || page.lexicon.past.contains(&token.form) {
            break;
        }
        name.push(token);
    }
    let loose =
        |last: &&Token| matches!(last.shape, Shape::Mark(_)) || particle(last) && !last.has(Tags::ARTICLE);
    while name.last().is_some_and(loose) {
        name.pop();
    }
    name
}

/// True for a particle that needs a word behind it in a name.
fn ties(page: &Page, token: &Token) -> bool {
    page.lexicon.particles.contains(&token.form) && !token.has(Tags::ARTICLE)
}

/// True for what such a particle may tie.
fn is_tied(token: &Token) -> bool {
    matches!(token.shape, Shape::Unknown | Shape::Known | Shape::Name)
        && !token.has(Tags::THAT.or(Tags::WHO).or(Tags::PREPOSITION).or(Tags::GLUED))
}

/// True for a known word that is a surname behind a first name: a title before a name is none.
fn is_surname(name: &[&Token], token: &Token, next: Option<&Token>) -> bool {
    let named = next.is_some_and(|next| next.has(Tags::GIVEN.or(Tags::NAME)) && !next.has(Tags::ARTICLE));
    let last = next.is_none_or(|next| next.is_unknown() && !next.has(Tags::ARTICLE.or(Tags::GLUED)));
    name.len() == 1
        && token.shape == Shape::Known
        && (token.has(Tags::ARTICLE) && !named || token.has(Tags::TITLE.or(Tags::NUMERAL)) && last)
}

/// True when the name ends before `token`: behind a word with the article that nothing ties, before what is somebody's, a
/// second word with the article, an object with a word of its own behind it.
fn closes(page: &Page, name: &[&Token], token: &Token, next: Option<&Token>) -> bool {
    let particle = |token: &Token| page.lexicon.particles.contains(&token.form);
    let Some((last, rest)) = name.split_last() else { return false };
    let tied = rest.last().is_some_and(|before| ties(page, before));
    if rest.is_empty() {
        return false;
    }
    let plain = |token: &Token| token.is_unknown() && !token.has(Tags::GIVEN);
    let goes_on = next.is_some_and(|next| plain(next) && !next.has(Tags::GLUED));
    let object = rest.len() == 1 && !tied && plain(token) && !token.has(Tags::ARTICLE) && goes_on;
    last.has(Tags::ARTICLE) && !particle(last) && !tied
        || !particle(token)
            && (page.lexicon.ends_owned(&token.form)
                || token.has(Tags::ARTICLE) && !last.has(Tags::GIVEN) && !particle(last) && !tied
                || object)
}
