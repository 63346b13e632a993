//! Headlines without their site, authors without “By”.

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
const NOBODY: [&str; 25] = [
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
    "agencies",
];

/// Cuts the site's name from the end (or the start) of a headline. `shown` is the page's own `h1`.
pub(super) fn headline(title: &str, site: Option<&str>, host: Option<&str>, shown: Option<&str>) -> String {
    let title = title.trim();
    if let Some(shown) = shown
        && title.len() > shown.len()
        && shown.chars().count() > 12
        && title
            .strip_prefix(shown)
            .is_some_and(|rest| PARTERS.iter().any(|mark| rest.starts_with(mark.trim_end())))
    {
        return shown.to_owned();
    }
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
    let cut = cut.min_by_key(|head| head.len()).unwrap_or(title);
    let front = PARTERS.iter().find_map(|mark| {
        let (head, tail) = cut.split_once(mark)?;
        (named(head) && tail.chars().count() > 12).then_some(tail)
    });
    front.unwrap_or(cut).trim().to_owned()
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

fn person(name: &str) -> Option<String> {
    let mut name = name.trim().trim_end_matches([',', ';', '.', '|', '•', '·', '-', ':']).trim();
    for by in BY {
        if let Some(head) = name.get(..by.len())
            && head.to_lowercase() == by
        {
            name = name.get(by.len()..)?.trim();
            break;
        }
    }
    let name = name.split_once(" (@").map_or(name, |(head, _)| head).trim_start_matches('@');
    let lower = name.to_lowercase();
    let unlikely = name.contains("://")
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
