//! A page of HTML to an article.

use std::cell::LazyCell;
use std::panic::catch_unwind;

use chrono::{DateTime, Utc};
use dom_query::Document;

use super::canonical_url::{canonical, joined, web_address};
use super::extraction::boxes::Boxes;
use super::extraction::page_kind::{Evidence, standing};
use super::extraction::stated_text::{Text, text};
use super::extraction::walls::{WALLED, controls, unscripted};
use super::extraction::{cleanup, content};
use super::html::density::{Densities, densities};
use super::html::lines::{self, Kind, Line};
use super::html::sanitizer::sanitized;
use super::html::styles::Styles;
use super::metadata::byline::{by_phrase, names};
use super::metadata::candidates::Candidates;
use super::metadata::dateline::place_dateline;
use super::metadata::facts::Facts;
use super::metadata::masthead::Known;
use super::metadata::published::date_in_words::moment;
use super::metadata::published::order::Order;
use super::metadata::published::{page_clock, timestamp};
use super::metadata::{self, candidates, dek, masthead, published, text_edges, title};
use super::own_claims::{claims_our_checks, without_claims};
use super::parts::{Article, Block, Given, Role, Standing};
use crate::text::{self as words, Language, Span, is_mixed, letters};

/// Stack of the thread that reads a deep page. The sanitizer bounds the depth of the tree; this leaves room for the
/// recursion of the DOM libraries at that depth many times over.
const STACK: usize = 64 << 20;
/// A page no deeper, in counted elements, is read on the caller's stack: the deepest of 410 measured had 68.
const SHALLOW: usize = 96;

/// Reads a page. The text of the result is the article's alone: paragraphs and headings, parted by a blank line.
#[must_use]
pub fn from_html(html: &str, given: &Given) -> Article {
    let safe = sanitized(html);
    let read = || {
        let styles = Styles::read(&safe.styles, &safe.html);
        read(&safe.html, &styles, given)
    };
    let read = || catch_unwind(read).unwrap_or_else(|_| empty(given));
    if safe.depth <= SHALLOW {
        return read();
    }
    std::thread::scope(|scope| {
        let reader = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, read);
        reader.ok().and_then(|reader| reader.join().ok()).unwrap_or_else(|| empty(given))
    })
}

fn empty(given: &Given) -> Article {
    Article {
        url: given.url.as_deref().map(canonical),
        title: given.headline(),
        published: given.published,
        standing: Standing::Empty,
        ..Article::default()
    }
}

fn read(html: &str, styles: &Styles, given: &Given) -> Article {
    let page = Document::from(html);
    let mut candidates = candidates::candidates(&page);
    let languages = [candidates.language.as_deref(), candidates.locale()];
    let order = Order::of_page(languages, given.url.as_deref(), html);
    candidates.order = order;
    let facts = metadata::read(&candidates, given.url.as_deref());
    let shown = shown_headline(&candidates, &facts);
    let shown = shown.as_deref();
    let mut article = described(&facts, shown, given);
    let held = page.body().map(|body| densities(&body)).unwrap_or_default();
    let running = page.body().map_or(0, |body| held.of(&body).running);
    // a script of data draws nothing
    let drawn = html.matches("<script").count() > candidates.linked.len();
    let all = || page.body().map(|body| lines::lines(&body)).into_iter().flatten();
    let own = article.url.as_deref().and_then(web_address);
    let boxes = page.body().map(|body| Boxes::of(&body, own.as_ref())).unwrap_or_default();
    let unboxed = all().filter(|line| !boxes.hold(line));
    let changed = add_masthead(&mut article, unboxed, (shown, order), &facts);
    let whole: Vec<_> = if running < WALLED { all().collect() } else { Vec::new() };
    let held = without_hidden(&page, styles).unwrap_or(held);
    let deck = dek::shown(&page, facts.dek.as_deref());
    let unscripted = unscripted(&page, &whole);
    let controls = if whole.is_empty() { String::new() } else { controls(&page) };
    let again = || cleaned(html, styles, own.as_ref());
    let prose = page.body().map_or(0, |body| cleanup::clean(&body, &held, own.as_ref()));
    let lines = content::main_lines(page, prose, again);
    let told = facts.body.as_deref();
    let Text { mut lines, mut roles, unshown } = text(lines, told, || shown_lines(html, styles), drawn);
    article.unshown = unshown;
    boxes.mark(&lines, &mut roles);
    mark_title(&lines, &mut roles, [article.title.as_deref(), shown]);
    article.standing = standing(&Evidence {
        lines: &lines,
        roles: &roles,
        title: article.title.as_deref(),
        page: LazyCell::new(Box::new(|| wording(&whole, &unscripted))),
        controls: LazyCell::new(Box::new(|| controls.to_lowercase())),
        free: facts.free,
        scripted: html.contains("<script"),
    });
    article.byline = article.byline.take().or_else(|| text_edges::signature(&lines, &roles));
    article.byline = article.byline.take().or_else(|| by_phrase::named_at_end(deck.as_deref()?));
    let deck = place_dek(&mut lines, &mut roles, deck);
    compose(&mut article, &lines, &roles, &boxes);
    article.dek = deck.or_else(|| facts.dek.filter(|dek| !repeats_first(dek, &article)));
    article.language = Language::of_text(&article.text)
        .or_else(|| facts.language.as_deref().and_then(Language::from_tag))
        .unwrap_or_default();
    super::entries::leave_out_hours(&article.text, &mut article.blocks, article.language);
    place_dateline(&mut article);
    date_by_text(&mut article, &lines, &roles, order);
    article.published = article.published.or(changed);
    drop_claims(&mut article);
    article
}

/// What we alone tell of a report is said in none of its fields.
fn drop_claims(article: &mut Article) {
    article.dek = article.dek.take().filter(|dek| !claims_our_checks(dek));
    for told in [&mut article.title, &mut article.byline, &mut article.site] {
        let kept = told.as_deref().map(|told| without_claims(told).into_owned());
        *told = kept.filter(|kept| !kept.is_empty());
    }
    // a name in letters of two alphabets is made to look like another; what stands behind our own mark is no name
    let named = article.site.take().filter(|site| !site.split(|c: char| !c.is_alphanumeric()).any(is_mixed));
    let named = named.and_then(|site| site.split(['·', '•']).next().map(|name| name.trim().to_owned()));
    article.site = named.filter(|name| !name.is_empty());
}

/// The page once more, without what is surely not the article.
fn cleaned(html: &str, styles: &Styles, own: Option<&url::Url>) -> Document {
    let page = Document::from(html);
    styles.take_out_hidden(&page);
    if let Some(body) = page.body() {
        cleanup::clean(&body, &densities(&body), own);
    }
    page
}

/// Takes out of the page what its readers do not see; tells the densities of the rest if anything went.
fn without_hidden(page: &Document, styles: &Styles) -> Option<Densities> {
    let went = styles.take_out_hidden(page);
    page.body().filter(|_| went).map(|body| densities(&body))
}

/// The heading that readers see as the article's.
fn shown_headline(candidates: &Candidates<'_>, facts: &Facts) -> Option<String> {
    let (window, site) = (candidates.window.as_deref(), facts.site.as_deref());
    title::heading(&candidates.headings, facts.headline.as_deref(), window, site).map(str::to_owned)
}

/// All lines of a page that its readers see.
fn shown_lines(html: &str, styles: &Styles) -> Vec<Line> {
    let page = Document::from(html);
    styles.take_out_hidden(&page);
    page.body().map(|body| lines::lines(&body).collect()).unwrap_or_default()
}

/// The article's facts without its text.
fn described(facts: &Facts, shown: Option<&str>, given: &Given) -> Article {
    let own = given.url.as_deref().and_then(web_address);
    let named = facts.address.as_deref().and_then(|address| joined(given.url.as_deref(), address));
    // a page may name its address only on its own site, and not its front page
    let same_site = |a: &url::Url, b: &url::Url| {
        let site = |url: &url::Url| url.host_str().map(|host| words::site(host).to_owned());
        site(a) == site(b) && (a.path().len() > 1 || b.path().len() <= 1)
    };
    let url = match (named, own) {
        (Some(named), Some(own)) => Some(if same_site(&named, &own) { named } else { own }),
        (named, own) => named.or(own),
    };
    let host = url.as_ref().and_then(|url| url.host_str().map(str::to_owned));
    let site = facts.site.clone().or_else(|| host.as_deref().map(|host| words::bare(host).to_owned()));
    Article {
        title: given.headline().or_else(|| {
            let title = shown.or(facts.headline.as_deref())?;
            Some(title::headline(title, site.as_deref(), host.as_deref()))
        }),
        byline: facts.byline.clone(),
        published: given.published,
        updated: facts.updated.as_deref().and_then(timestamp::instant).map(|read| read.to_utc()),
        url: url.map(String::from),
        site,
        ..Article::default()
    }
}

/// Takes date and author from metadata, and from the lines around the headline what no tag says. Tells the day of the
/// last change that a line names.
fn add_masthead(
    article: &mut Article,
    lines: impl Iterator<Item = Line>,
    (shown, order): (Option<&str>, Order),
    facts: &Facts,
) -> Option<DateTime<Utc>> {
    let stated = facts.published.iter().filter_map(|text| timestamp::instant(text)).collect::<Vec<_>>();
    let agreed = published::agreed(&stated).filter(|agreed| !published::is_disputed(*agreed, facts));
    let time = facts.shown.as_deref().and_then(timestamp::instant);
    let clock_is_known =
        time.is_some() || agreed.is_some_and(|agreed| agreed.offset().local_minus_utc() != 0);
    let known = Known {
        dated: article.published.is_some() || agreed.is_some(),
        order,
        signed: facts.signed.is_some(),
        told: &facts.signers,
        outlet: &facts.outlet,
    };
    let asked = !known.dated || article.byline.is_none() || article.published.is_none() && !clock_is_known;
    let headline = shown.or(article.title.as_deref()).filter(|_| asked);
    let found = headline.map(|headline| masthead::read(lines, headline, &known)).unwrap_or_default();
    if article.published.is_none() {
        let chosen = agreed.or_else(|| published::chosen(&stated, facts, found.published));
        let seen = time.filter(|_| agreed.is_some()).or(found.published);
        article.minutes_east = chosen.and_then(|chosen| page_clock::minutes_east(chosen, seen));
        article.published = chosen.map(|chosen| chosen.to_utc());
    }
    let line = || found.byline.and_then(|line| names::byline(&[line], &facts.outlet));
    article.byline = article.byline.take().or_else(line).or_else(|| facts.signed.clone()).or(found.house);
    found.updated.map(|updated| updated.to_utc())
}

/// Takes the day of the dateline, or else that of the signature below the text, or of the address, where nothing else
/// tells one.
fn date_by_text(article: &mut Article, lines: &[Line], roles: &[Role], order: Order) {
    let dateline = article.dateline.as_ref().and_then(|dateline| dateline.date.as_deref());
    let url = article.url.as_deref().and_then(web_address);
    article.published = article
        .published
        .or_else(|| Some(moment(dateline?, order)?.to_utc()))
        .or_else(|| Some(text_edges::day(lines, roles, order)?.to_utc()))
        .or_else(|| Some(timestamp::day_in_address(url?.path())?.to_utc()));
}

/// All words of a page in lower case.
fn wording(lines: &[Line], unscripted: &str) -> String {
    let lines = lines.iter().flat_map(|line| [line.text.as_str(), "\n"]);
    lines.chain([unscripted]).collect::<String>().to_lowercase()
}

/// The headline again among the first lines is no text of the article.
fn mark_title(lines: &[Line], roles: &mut [Role], titles: [Option<&str>; 2]) {
    let titles: Vec<_> = titles.iter().flatten().map(|title| letters(title)).collect();
    for (line, role) in lines.iter().zip(roles).take(6) {
        if titles.contains(&letters(&line.text)) {
            *role = Role::Headline;
        }
    }
}

/// Puts the deck before the first line unless the article has it; tells it unless it is the first paragraph.
fn place_dek(lines: &mut Vec<Line>, roles: &mut Vec<Role>, deck: Option<String>) -> Option<String> {
    let deck = deck?;
    let own = letters(&deck);
    let first = roles.iter().position(|role| *role == Role::Body);
    let again = lines.iter().zip(roles.iter()).position(|(line, role)| {
        matches!(role, Role::Body | Role::Heading)
            && (own.contains(&letters(&line.text)) || letters(&line.text).contains(&own))
    });
    match again {
        Some(index)
            if Some(index) == first && lines.get(index).is_some_and(|line| line.kind == Kind::Paragraph) =>
        {
            None
        }
        Some(_) => Some(deck),
        None => {
            lines.insert(0, Line::paragraph(&deck));
            roles.insert(0, Role::Dek);
            Some(deck)
        }
    }
}

fn repeats_first(dek: &str, article: &Article) -> bool {
    let own = letters(dek);
    let start: String = own.chars().take(60).collect();
    article.body().take(2).any(|span| letters(span.of(&article.text)).starts_with(&start))
}

/// Writes the lines that are the article's, and those of boxes among them, into its text.
fn compose(article: &mut Article, lines: &[Line], roles: &[Role], boxes: &Boxes) {
    for (line, &role) in lines.iter().zip(roles) {
        let boxed = role == Role::Caption && boxes.hold(line);
        if !boxed && !matches!(role, Role::Body | Role::Heading | Role::Dek) {
            continue;
        }
        if !article.text.is_empty() {
            article.text.push_str("\n\n");
        }
        let start = article.text.len();
        article.text.push_str(&line.text);
        article.blocks.push(Block { span: Span::new(start, article.text.len()), role });
    }
}
