//! Headlines without their site, authors without “By”.

use std::collections::HashSet;

use super::dateline::is_agency;

/// Marks that part a headline from the site's name.
const PARTERS: [&str; 9] = [" | ", " - ", " – ", " — ", " :: ", " · ", " » ", " • ", " / "];
/// Words before an author's name.
const BY: [&str; 19] = [
    "written by ",
    "posted by ",
    "published by ",
    "reported by ",
    "story by ",
    "by: ",
    "by ",
    "von: ",
    "von ",
    "par ",
    "por ",
    "автор: ",
    "авторы: ",
    "текст: ",
    "автор ",
    "autor: ",
    "autorin: ",
    "auteur: ",
    "text: ",
];
/// Words that stand where an author should and are none.
const NOBODY: [&str; 26] = [
    "admin",
    "administrator",
    "editor",
    "editors",
    "editorial",
    "editorial team",
    "editorial staff",
    "staff",
    "staff writer",
    "staff reporter",
    "web desk",
    "news desk",
    "newsroom",
    "redaktion",
    "redaktion@",
    "redacción",
    "la rédaction",
    "rédaction",
    "редакция",
    "guest",
    "root",
    "webmaster",
    "online",
    "correspondent",
    "no author",
    "agencies",
];

/// Chooses among the page's own headings the one that says what `title` (or else `window`, the window's title) says:
/// the words readers see win over those written for search engines. None that is the site's name, none that only adds
/// a kicker to the title.
pub(super) fn heading<'a>(
    shown: &'a [String],
    title: Option<&str>,
    window: Option<&str>,
    site: Option<&str>,
) -> Option<&'a str> {
    let known: HashSet<String> = title.or(window).into_iter().flat_map(words).collect();
    let site = site.map(letters).unwrap_or_default();
    let front = window.and_then(|window| {
        PARTERS.iter().filter_map(|mark| window.rsplit(mark).next()).min_by_key(|tail| tail.len())
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
    shown.iter().find(fits).map(String::as_str)
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Cuts the site's name from the end (or the start) of a headline.
pub(super) fn headline(title: &str, site: Option<&str>, host: Option<&str>) -> String {
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
        is(site) || is(host.and_then(|host| host.trim_start_matches("www.").split('.').next()))
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

/// Leaves off a short part behind the last bar: the name of a site that nothing else names.
fn without_last_part(title: &str) -> &str {
    match title.rsplit_once(" | ") {
        Some((head, tail)) if head.split(' ').count() >= 3 && tail.split(' ').count() <= 4 => head,
        _ => title,
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Joins the names of people among `names`; none for agencies, desks, addresses and the site itself.
pub(super) fn byline(names: &[String], site: Option<&str>) -> Option<String> {
    let site = site.map(letters);
    let mut people: Vec<String> = Vec::new();
    for name in names.iter().flat_map(|name| name.split(" | ")) {
        let Some(name) = person(name) else { continue };
        let own = letters(&name);
        if Some(&own) != site.as_ref() && !people.iter().any(|known| letters(known) == own) {
            people.push(name);
        }
    }
    (!people.is_empty()).then(|| people.join(", "))
}

/// Cleans an author's name; none for agencies, desks and addresses.
pub(super) fn person(name: &str) -> Option<String> {
    let mut name = name.trim().trim_end_matches([',', ';', '.', '|', '•', '·', '-', ':']).trim();
    for by in BY {
        if let Some(head) = name.get(..by.len())
            && head.to_lowercase() == by
        {
            name = name.get(by.len()..)?.trim();
            break;
        }
    }
    let name = name.split(['•', '·', '|']).next().unwrap_or_default();
    let name = name.find(|c: char| c.is_ascii_digit()).and_then(|at| name.get(..at)).unwrap_or(name);
    let name = name.split_once(" (@").map_or(name, |(head, _)| head).trim().trim_start_matches('@');
    let addressed = !name.contains(' ') && name.contains('.');
    let lower = name.to_lowercase();
    let unlikely = addressed
        || name.contains("://")
        || name.contains("www.")
        || name.chars().count() > 100
        || name.split_whitespace().count() > 14
        || NOBODY.contains(&lower.as_str())
        || lower.contains(".com")
        || lower.contains(".org")
        || name.split([',', '&']).all(|part| is_agency(part.trim()))
        || !name.chars().any(char::is_alphabetic);
    (!unlikely).then(|| name.to_owned())
}
