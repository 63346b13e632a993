//! The title at the head of a noun phrase with its complements, where a title stands before both and the name.
//!
//! The article tells a complement or an adjective from a name; a title without it must have a complement.

use crate::brief::quotes::caseless::page::Page;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::Token;

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
                let whose = rest.get(2).is_some_and(|next| is_owner(next));
                known.needs = tied.is_some_and(|tied| {
                    tied.has(Tags::BODY) && needs_complement(page, tied)
                        || whose && tied.is_unknown() && !tied.has(Tags::ARTICLE.or(Tags::GIVEN))
                });
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
    let ties = token.has(Tags::OF) && !named;
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
        // an adjective before what a preposition is glued to
        _ if token.has(Tags::ARTICLE)
            && unknown
            && rest.first().is_some_and(|next| next.has(Tags::GLUED) && next.has(Tags::ARTICLE)) =>
        {
            Part::Complement(false)
        }
        _ if token.has(Tags::ARTICLE) && unknown => {
            let named = rest.iter().any(|token| token.is_unknown() && !token.has(Tags::ARTICLE));
            let tied = rest.first().is_some_and(|next| next.has(Tags::OF));
            if needs || named || tied || rest.is_empty() { Part::Complement(false) } else { Part::Name }
        }
        _ if token.has(Tags::ARTICLE.or(Tags::OWNED)) || needs && token.has(NOUNS) => Part::Complement(false),
        _ if needs && unknown && (!rest.is_empty() || page.is_often(&token.form)) => {
            Part::Complement(rest.first().is_some_and(|next| is_owner(next)) || is_chain(page, rest))
        }
        _ => Part::Name,
    }
}

/// Three words and more behind a complement, of which no first name or particle is among the first two: one complement more
/// and a name.
fn is_chain(page: &Page, rest: &[&Token]) -> bool {
    let plain = |token: &&Token| {
        let name = token.has(Tags::GIVEN.or(Tags::ARTICLE)) || page.lexicon.particles.contains(&token.form);
        token.is_unknown() && !name
    };
    // behind a name the article opens the object, unless it is that of a family
    let object = |third: &&Token| {
        third.is_unknown() && third.has(Tags::ARTICLE) && !page.lexicon.ends_as_origin(&third.form)
    };
    rest.len() > 2 && rest.iter().take(2).all(plain) && !rest.get(2).is_some_and(object)
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
