//! Plain text to an article: pasted, forwarded or from a file.

use super::canonical_url::canonical;
use super::entries::leave_out_hours;
use super::extraction::boilerplate::{Wording, wording};
use super::html::prose::ends_sentence;
use super::metadata::byline::names;
use super::metadata::dateline::{dateline, place_dateline};
use super::metadata::published::date_in_words::moment;
use super::metadata::published::order::Order;
use super::metadata::site_name::Outlet;
use super::parts::{Article, Block, Given, Role};
use crate::text::{FastSet, Language, Span, count_words, is_letter_or_digit, letters};

/// The longest headline or deck, in characters.
const LONGEST_HEADLINE: usize = 250;
/// The longest heading between paragraphs, in words.
const LONGEST_HEADING: usize = 12;

/// Reads plain text, one block a line. `text` of the result is `text` byte for byte.
#[must_use]
pub fn from_text(text: &str, given: &Given) -> Article {
    let mut article = Article {
        url: given.url.as_deref().map(canonical),
        title: given.headline(),
        published: given.published,
        language: Language::of_text(text).unwrap_or_default(),
        text: text.to_owned(),
        blocks: blocks(text),
        ..Article::default()
    };
    judge(text, &mut article.blocks, given.title.as_deref());
    let told = |role: Role| {
        article.blocks.iter().find(|block| block.role == role).map(|block| block.span.of(text).to_owned())
    };
    article.title = article.title.take().or_else(|| told(Role::Headline));
    article.dek = told(Role::Dek);
    article.byline = told(Role::Byline).and_then(|line| names::byline(&[line], &Outlet::default()));
    leave_out_hours(text, &mut article.blocks, article.language);
    place_dateline(&mut article);
    let dated = article.dateline.as_ref().and_then(|dateline| dateline.date.as_deref());
    article.published =
        article.published.or_else(|| moment(dated?, Order::Unknown).map(|read| read.to_utc()));
    article
}

fn blocks(text: &str) -> Vec<Block> {
    let mut start = 0;
    let mut blocks = Vec::new();
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        if !span.is_empty() {
            blocks.push(Block { span, role: Role::Body });
        }
        start += line.len();
    }
    blocks
}

/// Gives each block its role, in place.
fn judge(text: &str, blocks: &mut [Block], title: Option<&str>) {
    for block in blocks.iter_mut() {
        let line = block.span.of(text);
        block.role = match wording(line) {
            Some(Wording::Caption) => Role::Caption,
            Some(Wording::Byline) => Role::Byline,
            Some(Wording::Boilerplate | Wording::Tail) => Role::Boilerplate,
            None if !line.chars().any(is_letter_or_digit) => Role::Boilerplate,
            None => Role::Body,
        };
    }
    mark_repeated(text, blocks);
    mark_captions(text, blocks);
    mark_head(text, blocks, title);
    mark_headings(text, blocks);
}

/// A long line that stood before is boilerplate.
fn mark_repeated(text: &str, blocks: &mut [Block]) {
    let mut seen = FastSet::default();
    for block in blocks {
        let line = block.span.of(text);
        if line.chars().nth(24).is_some() && !seen.insert(line) {
            block.role = Role::Boilerplate;
        }
    }
}

/// A picture's words come twice in copied text, once with the credit behind them: neither line ends a sentence, and
/// one begins with the other.
fn mark_captions(text: &str, blocks: &mut [Block]) {
    for index in 1..blocks.len() {
        let (Some(above), Some(below)) = (blocks.get(index - 1), blocks.get(index)) else { return };
        let (upper, lower) = (above.span.of(text), below.span.of(text));
        let open = !ends_sentence(upper) && !ends_sentence(lower);
        if open
            && lower.chars().count() > 12
            && (upper.starts_with(lower) || lower.starts_with(upper) && upper.chars().count() > 12)
        {
            for block in blocks.iter_mut().skip(index - 1).take(2) {
                block.role = Role::Caption;
            }
        }
    }
}

/// Before the first paragraph: the headline, then its deck.
fn mark_head(text: &str, blocks: &mut [Block], title: Option<&str>) {
    let is_head = |span: Span| {
        let line = span.of(text);
        line.chars().count() <= LONGEST_HEADLINE && !ends_sentence(line)
    };
    let paragraphs = blocks.iter().filter(|block| block.role == Role::Body && !is_head(block.span)).count();
    if paragraphs == 0 {
        return;
    }
    let first = blocks.iter().position(|block| block.role == Role::Body);
    let Some(first) = first else { return };
    let mut rest = blocks.iter_mut().skip(first);
    let Some(block) = rest.next() else { return };
    let line = block.span.of(text);
    let titled = title.is_some_and(|title| letters(title) == letters(line));
    if !titled && (title.is_some() || !is_head(block.span) || dateline(line).is_some()) {
        return;
    }
    block.role = Role::Headline;
    for block in rest {
        if block.role != Role::Body {
            continue;
        }
        if is_head(block.span) && dateline(block.span.of(text)).is_none() && is_wordy(block.span.of(text)) {
            block.role = Role::Dek;
        }
        return;
    }
}

/// A deck has words enough to be a sentence.
fn is_wordy(line: &str) -> bool {
    count_words(line) > 5
}

/// A short line that ends no sentence, between paragraphs that do, heads what follows.
fn mark_headings(text: &str, blocks: &mut [Block]) {
    let ends: Vec<_> = blocks.iter().map(|block| ends_sentence(block.span.of(text))).collect();
    for (index, block) in blocks.iter_mut().enumerate() {
        let line = block.span.of(text);
        let beside = |at: Option<usize>| at.and_then(|at| ends.get(at)).copied().unwrap_or(false);
        let begins = line.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric());
        let quoted = line.contains(['"', '“', '”', '«', '»', '„', ':']);
        if block.role == Role::Body
            && begins
            && !quoted
            && line.split_whitespace().count() <= LONGEST_HEADING
            && !beside(Some(index))
            && beside(index.checked_sub(1))
            && beside(Some(index + 1))
        {
            block.role = Role::Heading;
        }
    }
}
