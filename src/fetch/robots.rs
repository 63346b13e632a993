//! robots.txt (RFC 9309): may this page be read by a bot? Asked for article pages, kept a day.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;
use url::Url;

use super::error::Error;
use super::guard::host_of;
use super::want::Fetched;

/// The name groups of rules call us by.
const PRODUCT: &str = "attache";
/// How long an answer holds (RFC 9309, 2.4).
const KEPT: Duration = Duration::from_hours(24);
/// How long a failure to answer holds.
const KEPT_AFTER_TROUBLE: Duration = Duration::from_mins(10);
/// Hosts remembered at most.
const REMEMBERED: usize = 1_000;
/// Rules of one host read at most, and bytes of one rule.
const MOST_RULES: usize = 500;
const LONGEST_RULE: usize = 256;

/// What hosts said, by scheme, name and port.
#[derive(Default)]
pub(super) struct Robots {
    hosts: Mutex<HashMap<String, Arc<tokio::sync::Mutex<Option<Known>>>>>,
}

#[derive(Clone)]
struct Known {
    answer: Result<Arc<Rules>, Error>,
    until: Instant,
}

impl Robots {
    /// Fails when robots.txt of the page's host forbids the page, or the host is too troubled to say; `fetch` gives the
    /// file, and nothing for an address without one.
    pub(super) async fn ask<F>(&self, page: &Url, fetch: impl FnOnce() -> F) -> Result<(), Error>
    where
        F: Future<Output = Result<Option<Fetched>, Error>>,
    {
        let place = self.place(&page.origin().ascii_serialization());
        // Held while asking, so that twenty pages of one host ask once.
        let mut known = place.lock().await;
        let fresh = known.as_ref().filter(|known| known.until > Instant::now()).cloned();
        let answer = if let Some(known) = fresh {
            known.answer
        } else {
            let answer = rules(fetch().await);
            let kept = if answer.is_ok() { KEPT } else { KEPT_AFTER_TROUBLE };
            *known = Some(Known { answer: answer.clone(), until: Instant::now() + kept });
            answer
        };
        drop(known);
        let query = page.query().map(|query| format!("?{query}")).unwrap_or_default();
        if answer?.allow(&format!("{}{query}", page.path())) {
            Ok(())
        } else {
            Err(Error::Robots(host_of(page)))
        }
    }

    fn place(&self, origin: &str) -> Arc<tokio::sync::Mutex<Option<Known>>> {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        if hosts.len() >= REMEMBERED && !hosts.contains_key(origin) {
            hosts.clear();
        }
        Arc::clone(hosts.entry(origin.to_owned()).or_default())
    }
}

/// Where robots.txt of a page's host stands.
pub(super) fn address(page: &Url) -> Option<Url> {
    page.join("/robots.txt").ok()
}

fn rules(fetched: Result<Option<Fetched>, Error>) -> Result<Arc<Rules>, Error> {
    match fetched {
        Ok(Some(fetched)) => Ok(Arc::new(Rules::parse(&String::from_utf8_lossy(&fetched.body)))),
        // RFC 9309, 2.3.1.4: a server in trouble has not allowed anything.
        Err(fault @ (Error::ServerTrouble { .. } | Error::RateLimited { .. })) => Err(fault),
        Ok(None) | Err(_) => Ok(Arc::default()),
    }
}

/// The rules that are meant for us.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Rules {
    rules: Vec<(bool, String)>,
}

impl Rules {
    fn parse(file: &str) -> Self {
        let mut ours = Vec::new();
        let mut everybodys = Vec::new();
        let mut named_us = false;
        let (mut for_us, mut for_all, mut in_rules) = (false, false, false);
        for line in file.trim_start_matches('\u{feff}').lines() {
            let line = line.split('#').next().unwrap_or_default();
            let Some((key, value)) = line.split_once(':') else { continue };
            let value = value.trim();
            match key.trim().to_ascii_lowercase().as_str() {
                "user-agent" => {
                    if in_rules {
                        (for_us, for_all, in_rules) = (false, false, false);
                    }
                    let product = value.split('/').next().unwrap_or_default().trim();
                    for_us |= product.eq_ignore_ascii_case(PRODUCT);
                    for_all |= value == "*";
                    named_us |= for_us;
                }
                key @ ("allow" | "disallow") => {
                    in_rules = true;
                    let rule = (key == "allow", encoded(value));
                    if for_us && keep(&ours, &rule.1) {
                        ours.push(rule.clone());
                    }
                    if for_all && keep(&everybodys, &rule.1) {
                        everybodys.push(rule);
                    }
                }
                _ => {}
            }
        }
        Self { rules: if named_us { ours } else { everybodys } }
    }

    /// The longest rule that matches decides; `allow` wins a tie; no rule allows.
    fn allow(&self, path: &str) -> bool {
        let matching = self.rules.iter().filter(|(_, pattern)| matches(pattern, path));
        matching.max_by_key(|(allow, pattern)| (pattern.len(), *allow)).is_none_or(|(allow, _)| *allow)
    }
}

fn keep(rules: &[(bool, String)], pattern: &str) -> bool {
    !pattern.is_empty() && pattern.len() <= LONGEST_RULE && rules.len() < MOST_RULES
}

/// Writes a pattern as it stands in addresses: what is not ASCII percent-encoded.
fn encoded(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len());
    for byte in pattern.bytes() {
        if byte.is_ascii() {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Matches a pattern with `*` and a closing `$` against the beginning of `path`, in linear time.
fn matches(pattern: &str, path: &str) -> bool {
    let (pattern, anchored) = pattern.strip_suffix('$').map_or((pattern, false), |inner| (inner, true));
    let mut pieces = pattern.split('*');
    let Some(mut rest) = path.strip_prefix(pieces.next().unwrap_or_default()) else { return false };
    let mut last = None;
    for piece in pieces {
        let Some((_, after)) = rest.split_once(piece) else { return false };
        (last, rest) = (Some((piece, rest)), after);
    }
    match last {
        _ if !anchored => true,
        // The leftmost match of the last piece need not be the one at the end.
        Some((piece, before)) => before.ends_with(piece),
        None => rest.is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_matching_rule_decides() {
        for (file, path, allowed) in [
            ("", "/a", true),
            ("User-agent: *\nDisallow: /", "/a", false),
            ("User-agent: *\nDisallow:", "/a", true),
            ("User-agent: *\nDisallow: /private\nAllow: /private/open", "/private/open/1", true),
            ("User-agent: *\nDisallow: /private\nAllow: /private/open", "/private/1", false),
            ("User-agent: *\nAllow: /p\nDisallow: /p", "/p", true),
            ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false),
            ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf/b.pdf", false),
            ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x=1", true),
            ("User-agent: *\nDisallow: /*?print=", "/a?print=1", false),
            ("User-agent: *\nDisallow: /a$", "/a", false),
            ("User-agent: *\nDisallow: /a$", "/ab", true),
            ("User-agent: other\nDisallow: /", "/a", true),
            ("User-agent: Attache/2.0\nDisallow: /x\n\nUser-agent: *\nDisallow: /", "/a", true),
            ("User-agent: attache\nUser-agent: *\nDisallow: /x", "/x", false),
            ("User-agent: *\nDisallow: /\nUser-agent: attache\nDisallow: /x", "/a", true),
            ("\u{feff}user-AGENT : * # all\r\nDISALLOW : /x # no\r\n", "/x", false),
            ("Disallow: /", "/a", true),
            ("User-agent: *\nDisallow: /\u{43c}", "/%D0%BC1", false),
            ("User-agent: *\nCrawl-delay: 5\nSitemap: https://a.example/s.xml\nDisallow: /x", "/x", false),
        ] {
            assert_eq!(Rules::parse(file).allow(path), allowed, "{file:?} {path}");
        }
    }

    #[test]
    fn a_huge_file_is_cut_to_its_first_rules() {
        let file = format!("User-agent: *\n{}", "Disallow: /x\n".repeat(10_000));
        assert_eq!(Rules::parse(&file).rules.len(), MOST_RULES);
    }

    proptest::proptest! {
        #[test]
        fn no_file_and_no_path_panics(file in ".{0,200}", pattern in "[/a*$]{0,12}", path in "/[a/]{0,12}") {
            let _ = Rules::parse(&file).allow(&path);
            // Compared with the same pattern as a regular expression.
            let (inner, end) = pattern.strip_suffix('$').map_or((pattern.as_str(), ""), |inner| (inner, "$"));
            let regex = format!("^{}{end}", regex::escape(inner).replace("\\*", ".*"));
            let expected = regex::Regex::new(&regex).unwrap().is_match(&path);
            proptest::prop_assert_eq!(matches(&pattern, &path), expected, "{}", regex);
        }
    }
}
