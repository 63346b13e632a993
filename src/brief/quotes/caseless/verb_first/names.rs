//! The words of a name behind a title or a verb, told from what follows it by articles, particles and endings.

use crate::brief::quotes::caseless::naming::looks::is_first_and_last;
use crate::brief::quotes::caseless::naming::phrase::Referent;
use crate::brief::quotes::caseless::page::Page;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{Shape, Token};
use crate::languages::section;

/// Nouns whose names stand in marks behind them.
pub(super) const NAMED_THINGS: Tags = Tags::WORK.or(Tags::BODY).or(Tags::AGENCY).or(Tags::NAMING);
/// The sign of an adverb or an indefinite object, which no name has.
pub(super) const ACCUSATIVE: char = '\u{64B}';
/// Words of a name without its particles.
const LONGEST_NAME: usize = 3;

/// The words of a name at the head of `tokens`: one with the article ends it, unless a particle ties them, and belongs to it
/// only behind a first name or another word; what is somebody's does not.
#[must_use]
pub(super) fn name_words<'t>(page: &Page, tokens: &[&'t Token]) -> Vec<&'t Token> {
    let mut name: Vec<&Token> = Vec::new();
    if is_somebodys(page, tokens) || is_manner(page, tokens) {
        return name;
    }
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
        // a surname stands behind a first name, whatever it ends with
        let owned = name.last().is_some_and(|last| !last.has(Tags::GIVEN))
            && is_somebodys(page, tokens.get(at..).unwrap_or_default());
        let closes = owned || closes(page, &name, token, tokens.get(at + 1).copied());
        let first =
            name.is_empty() && tokens.len() == 2 && token.has(Tags::OFFICE) && !token.has(Tags::ARTICLE);
        let surname = is_surname(page, &name, token, tokens.get(at + 1).copied());
        let tie =
            !name.is_empty() && ties(page, token) && tokens.get(at + 1).is_some_and(|next| is_tied(next));
        let part = token.shape == Shape::Unknown || token.has(Tags::GIVEN) || surname || first || tie;
        let part = part && !page.of(token.span).contains(ACCUSATIVE) && !is_led_name(page, token);
        // two words of a name and a third with a preposition glued before it
        let led = |token: &Token| {
            let signs = &page.lexicon.glue.leading;
            let rest = |sign: &String| token.form.strip_prefix(sign.as_str());
            // a word has one preposition at most before it
            let noun = |rest: &str| {
                rest.chars().nth(2).is_some() && !signs.iter().any(|sign| rest.starts_with(sign.as_str()))
            };
            signs.iter().filter_map(rest).any(noun)
                && !token.has(Tags::GIVEN.or(Tags::ARTICLE))
                && !page.is_often(&token.form)
        };
        let adjunct = name.len() == 2
            && name.iter().all(|word| !particle(word))
            && tokens.get(at + 1).is_none()
            && led(token);
        let written = page.of(token.span);
        let owned = || page.lexicon.glue.owners.iter().any(|(owner, _)| written.ends_with(owner.as_str()));
        let deed = || page.lexicon.is_owned_deed(&token.form) && !token.has(Tags::GIVEN.or(Tags::ARTICLE));
        let theirs =
            !name.is_empty() && !page.is_often(&token.form) && (is_led(page, token) && owned() || deed());
        if !part
            || closes
            || adjunct
            || theirs
            || name.len() >= most
            || page.lexicon.past.contains(&token.form)
        {
            break;
        }
        name.push(token);
    }
    let loose =
        |last: &&Token| matches!(last.shape, Shape::Mark(_)) || particle(last) && !last.has(Tags::ARTICLE);
    let tied =
        |name: &[&Token]| name.len() > 2 && name.get(name.len() - 2).is_some_and(|before| ties(page, before));
    while name.last().is_some_and(loose) && !tied(&name) && !is_first_and_last(&name) {
        name.pop();
    }
    name
}

/// True for a noun with a pronoun glued behind it and an adjective that has the article.
fn is_somebodys(page: &Page, tokens: &[&Token]) -> bool {
    let (Some(first), Some(next)) = (tokens.first(), tokens.get(1)) else { return false };
    let written = page.of(first.span);
    let owned = page.lexicon.glue.owners.iter().any(|(owner, _)| written.ends_with(owner.as_str()));
    let adjective = next.has(Tags::ARTICLE) && !next.has(Tags::TITLE.or(Tags::NAME).or(Tags::GIVEN));
    owned && first.is_unknown() && !first.has(Tags::GIVEN) && adjective
}

/// `in a calm tone`: a noun with a preposition glued before it that ends as nouns of women's gender do, and a word of its
/// own; neither is a name.
fn is_manner(page: &Page, tokens: &[&Token]) -> bool {
    let Some(first) = tokens.first().filter(|_| tokens.len() > 1) else { return false };
    is_led(page, first) && page.lexicon.ends_as_hers(&first.form) && !is_named(page, tokens)
}

/// What words are that might be a name but for how they begin: with a preposition glued before a noun, `with every care`, or
/// with a noun of women's gender that is no first name, `a first step`, which is told where no object may stand.
#[must_use]
pub(super) fn thing(page: &Page, tokens: &[&Token], name: &[&Token], object: bool) -> Option<Referent> {
    let (one, end) = name.first().zip(name.last()).filter(|_| !is_named(page, name))?;
    // right before the words or their colon
    let last = tokens.last().and_then(|last| page.text.get(last.span.end..));
    let closes = last.is_some_and(|rest| rest.trim_start().starts_with([':', '"', '«', '“', '„']));
    if tokens.len() > 1 && is_led(page, one) && closes {
        return Some(Referent::Other);
    }
    let articles = one.has(Tags::ARTICLE) || end.has(Tags::ARTICLE);
    let hers = name.len() > 1 && page.lexicon.ends_as_hers(&one.form) && !articles;
    hers.then_some(if object { Referent::Other } else { Referent::Unsure })
}

/// True for a word no table knows with a preposition glued before a noun.
pub(super) fn is_led(page: &Page, token: &Token) -> bool {
    let signs = &page.lexicon.glue.leading;
    let small = |rest: &str| page.language.words(section::STOP).any(|word| word == rest);
    let noun = |sign: &String| {
        token
            .form
            .strip_prefix(sign.as_str())
            .is_some_and(|rest| rest.chars().nth(2).is_some() || small(rest))
    };
    token.is_unknown() && !token.has(Tags::GIVEN.or(Tags::NAME)) && signs.iter().any(noun)
}

/// `to Evening`: a preposition glued before letters that only words begin with.
fn is_led_name(page: &Page, token: &Token) -> bool {
    let rest = |sign: &String| page.of(token.span).strip_prefix(sign.as_str());
    let mut rests = page.lexicon.glue.leading.iter().filter_map(rest);
    rests.any(|rest| page.lexicon.opens_word(rest)) && !token.has(Tags::GIVEN)
}

/// True where one of the words is a first name or stands elsewhere, too.
fn is_named(page: &Page, tokens: &[&Token]) -> bool {
    tokens.iter().any(|word| word.has(Tags::GIVEN.or(Tags::NAME)) || page.is_often(&word.form))
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

/// True for a known word that is a surname behind a first name, as `Russi` is: a title before a name is none.
fn is_surname(page: &Page, name: &[&Token], token: &Token, next: Option<&Token>) -> bool {
    let named = next.is_some_and(|next| next.has(Tags::GIVEN.or(Tags::NAME)) && !next.has(Tags::ARTICLE));
    let last =
        next.is_none_or(|next| next.is_unknown() && !next.has(Tags::ARTICLE.or(Tags::GLUED).or(Tags::GIVEN)));
    let last = last || next.is_some_and(|next| next.has(Tags::OF.or(Tags::PREPOSITION).or(Tags::TIME)));
    let origin = token.has(Tags::COUNTRY) && page.lexicon.ends_as_origin(&token.form);
    name.len() == 1
        && token.shape == Shape::Known
        && (token.has(Tags::ARTICLE) && !named
            || token.has(Tags::TITLE.or(Tags::NUMERAL)) && last
            || origin && last && name.iter().all(|name| name.has(Tags::GIVEN)))
}

/// True when the name ends before `token`: behind a word with the article that nothing ties, before what is somebody's, a
/// second word with the article, an object with a word of its own behind it.
fn closes(page: &Page, name: &[&Token], token: &Token, next: Option<&Token>) -> bool {
    // one that is a first name, too, is told with its article
    let whole = |token: &Token| page.lexicon.particles.contains(&page.lexicon.bare(page.of(token.span)));
    let particle = |token: &Token| page.lexicon.particles.contains(&token.form) || whole(token);
    let Some((last, rest)) = name.split_last() else { return false };
    let tied = rest.last().is_some_and(|before| ties(page, before));
    if rest.is_empty() {
        // `concluded X her-remarks`: something of hers
        return is_theirs(page, last, token);
    }
    let plain = |token: &Token| token.is_unknown() && !token.has(Tags::GIVEN);
    let goes_on = next.is_some_and(|next| plain(next) && !next.has(Tags::GLUED));
    // an object that ends as one, behind a word that does not: that is the last of the name
    let ends = |token: &Token| page.lexicon.ends_as_noun(&token.form);
    let last_name = !ends(token) && !page.lexicon.ends_as_hers(&token.form) && next.is_some_and(ends);
    let object = name.iter().filter(|word| !particle(word)).count() == 2
        && rest.len() == 1
        && !tied
        && plain(token)
        && !token.has(Tags::ARTICLE)
        && goes_on
        && !last_name;
    // the last of several names of families: all that is left
    let family = next.is_none()
        && [last, &token].iter().all(|word| word.is_unknown() && word.has(Tags::ARTICLE))
        && page.lexicon.ends_as_origin(&token.form);
    last.has(Tags::ARTICLE) && !particle(last) && !tied && !family && !ties(page, token)
        || !family
            && !particle(token)
            && (page.lexicon.ends_owned(&token.form)
                || token.has(Tags::ARTICLE) && !last.has(Tags::GIVEN) && !particle(last) && !tied
                || object)
}

/// True for a noun with a pronoun of two letters and more glued behind it, behind a word that is no first name.
fn is_theirs(page: &Page, last: &Token, token: &Token) -> bool {
    let joined = page.lexicon.glue.joined.iter().any(|sign| token.form.starts_with(sign.as_str()));
    let name = joined || last.has(Tags::GIVEN) || ties(page, last) || page.is_often(&token.form);
    !name
        && token.is_unknown()
        && !token.has(Tags::GIVEN.or(Tags::ARTICLE))
        && page.lexicon.ends_owned(&token.form)
}

/// The words of a name behind which an object may stand: two, with what a particle ties to them, and a third that cannot be
/// the object, because that has its own article behind or ends as an object does.
#[must_use]
pub(super) fn before_object<'t>(
    page: &Page,
    mut name: Vec<&'t Token>,
    rest: &[&Token],
    object: bool,
) -> Vec<&'t Token> {
    let particle = |token: &Token| page.lexicon.particles.contains(&token.form) && !token.has(Tags::ARTICLE);
    let mut plain = 0;
    let mut keep = name.len();
    for (at, token) in name.iter().enumerate() {
        plain += usize::from(!particle(token));
        let article = token.has(Tags::ARTICLE);
        let more = rest.get(at + 1).is_some_and(|next| next.has(Tags::ARTICLE));
        if plain > 2
            && !(if article {
                more
            } else {
                !(page.lexicon.ends_as_noun(&token.form) || page.lexicon.ends_as_hers(&token.form))
            })
        {
            keep = at;
            break;
        }
    }
    if object {
        name.truncate(keep);
        // a surname told elsewhere before a word that is not: that is the object
        if let [one, other] = name.as_slice()
            && page.is_often(&one.form)
            && !page.is_often(&other.form)
            && ![one, other].iter().any(|word| word.has(Tags::GIVEN.or(Tags::NAME)) || particle(word))
        {
            name.truncate(1);
        }
    }
    name
}

/// `the reason for the absence of the pupils`: words of which none is a first name, right before a noun with the article
/// that tells nobody.
#[must_use]
pub(super) fn is_head_of_another(page: &Page, tokens: &[&Token], name: &[&Token]) -> bool {
    const SOMEBODY: Tags =
        Tags::TITLE.or(Tags::PERSON).or(Tags::COUNTRY).or(Tags::ANONYMOUS).or(Tags::NAME).or(Tags::GIVEN);
    let given = |word: &&Token| {
        word.has(Tags::GIVEN.or(Tags::NAME).or(Tags::ARTICLE)) || page.lexicon.particles.contains(&word.form)
    };
    let next = tokens.get(name.len()).filter(|_| !name.iter().any(given));
    next.is_some_and(|next| next.has(Tags::ARTICLE) && !next.has(SOMEBODY.or(Tags::GLUED)))
}

/// True for words of which none is known to be part of a name.
#[must_use]
pub(super) fn is_untold(page: &Page, tokens: &[Token]) -> bool {
    let told = |token: &Token| {
        token.has(Tags::GIVEN.or(Tags::NAME).or(Tags::TITLE))
            || page.is_often(&token.form)
            || page.lexicon.particles.contains(&token.form)
    };
    !tokens.iter().any(told)
}
