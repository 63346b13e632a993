//! The headline: which of a page's titles is it, without the site's name.

use std::collections::HashSet;

use crate::text::{self, letters};

/// Marks that part a headline from the site's name.
const PARTERS: [&str; 9] = [" | ", " - ", " – ", " — ", " :: ", " · ", " » ", " • ", " / "];

/// A site's name has no more words.
const LONGEST_NAME: usize = 6;

/// Chooses among the page's own headings the one that says what `title` (or else `window`, the window's title) says:
/// the words readers see win over those written for search engines. None that is the site's name, none that only adds
/// a kicker to the title.
pub(in crate::article) fn heading<'a>(
    shown: &'a [String],
    title: Option<&str>,
    window: Option<&str>,
    site: Option<&str>,
) -> Option<&'a str> {
    let known: HashSet<String> = title.or(window).into_iter().flat_map(words).collect();
    let site = site.map(letters).unwrap_or_default();
    let front = window.and_then(|window| {
        let tails = PARTERS.iter().filter_map(|mark| window.rsplit(mark).next());
        tails.min_by_key(|tail| tail.len()).filter(|tail| words(tail).count() <= LONGEST_NAME)
    });
    let fits = |heading: &&String| {
        let own: HashSet<String> = words(heading).collect();
        let common = own.intersection(&known).count();
        let names_site =
            letters(heading) == site || window != Some(heading.as_str()) && front == Some(heading.as_str());
        let adds = title.is_some_and(|title| {
            letters(heading).len() > letters(title).len() && letters(heading).contains(&letters(title))
        });
        (12..=250).contains(&heading.chars().count())
            && !names_site
            && !adds
            && (known.is_empty() || common * 2 >= own.len().max(1) && common * 4 >= known.len())
    };
    let only =
        || only_heading(shown, site.as_str(), [title, window]).filter(|heading| front != Some(*heading));
    shown.iter().find(fits).map(String::as_str).or_else(only)
}

/// The only heading that has the length of a headline, if it shares a word with one of the page's `titles`: these were
/// then written for search engines. None that names the site: its motto stands in an `h1`, too.
fn only_heading<'a>(shown: &'a [String], site: &str, titles: [Option<&str>; 2]) -> Option<&'a str> {
    const LENGTHS: std::ops::RangeInclusive<usize> = 20..=200;
    const STEM: usize = 5;
    let long = |heading: &&String| words(heading).count() >= 4 && LENGTHS.contains(&heading.chars().count());
    let mut long = shown.iter().filter(long);
    let heading = long.next().filter(|_| long.next().is_none())?;
    let stems = |text: &str| -> HashSet<String> {
        words(text)
            .filter(|word| word.chars().count() >= STEM)
            .map(|word| word.chars().take(STEM).collect())
            .collect()
    };
    let known: HashSet<String> = titles.into_iter().flatten().flat_map(stems).collect();
    let own = letters(heading);
    let adds =
        titles.into_iter().flatten().map(letters).any(|title| own.contains(&title) && !title.is_empty());
    let names_site = site.len() > 3 && own.contains(site);
    (!names_site && !adds && stems(heading).iter().any(|stem| known.contains(stem))).then_some(heading)
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Cuts the site's name from the end (or the start) of a headline.
pub(in crate::article) fn headline(title: &str, site: Option<&str>, host: Option<&str>) -> String {
    let title = title.trim();
    let named = |part: &str| {
        let part = letters(part);
        let is = |name: Option<&str>| {
            name.map(letters).is_some_and(|name| {
                !name.is_empty()
                    && !part.is_empty()
                    && (name == part
                        || name.contains(&part) && part.len() > 3
                        || part.contains(&name) && part.len() < name.len() + 12)
            })
        };
        is(site) || is(host.and_then(|host| text::bare(host).split('.').next()))
    };
    let cut = PARTERS.iter().filter_map(|mark| {
        let at = title.rfind(mark)?;
        let (head, tail) = (title.get(..at)?, title.get(at + mark.len()..)?);
        if named(tail) && !head.trim().is_empty() { Some(head) } else { None }
    });
    let cut = cut.min_by_key(|head| head.len()).unwrap_or_else(|| without_last_part(title));
    let front = PARTERS.iter().find_map(|mark| {
        let (head, tail) = cut.split_once(mark)?;
        (named(head) && tail.chars().count() > 12).then_some(tail)
    });
    front.unwrap_or(cut).trim().to_owned()
}

/// The short part at the end of a window's title in which sites name themselves, without what only says what it is:
/// `Talks resume | Port Gazette blog`.
pub(super) fn site_part(window: &str) -> Option<&str> {
    let (_, tail) = window.rsplit_once(" | ")?;
    let tail = ["blog", "Blog"].iter().find_map(|word| tail.strip_suffix(word)).unwrap_or(tail).trim();
    (!tail.is_empty() && tail.split(' ').count() <= 4).then_some(tail)
}

/// Leaves off a short part behind the last bar: the name of a site that nothing else names.
fn without_last_part(title: &str) -> &str {
    match title.rsplit_once(" | ") {
        Some((head, tail)) if head.split(' ').count() >= 3 && tail.split(' ').count() <= 4 => head,
        _ => title,
    }
}
