//! Whether a page is an article at all.
//!
//! In: what was read of a page. Out: its [`Standing`]. Wording of walls and error pages stands in `rules/standing.txt`.

use std::cell::LazyCell;
use std::sync::LazyLock;

use super::walk::Line;
use super::{Role, Standing};

/// Below so many bytes of body a page is suspect.
const SHORT: usize = 600;
/// Below so many bytes there is no article, whatever the page says.
const TINY: usize = 60;

/// What standing is judged by.
pub(super) struct Evidence<'a> {
    pub(super) lines: &'a [Line],
    pub(super) roles: &'a [Role],
    /// Headline or page title.
    pub(super) title: Option<&'a str>,
    /// All words of the page's body, folded and in lower case; put together only for a page with little text.
    pub(super) page: LazyCell<String, Box<dyn FnOnce() -> String + 'a>>,
    /// What JSON-LD says of free access.
    pub(super) free: Option<bool>,
    /// The page's scripts are more than its text.
    pub(super) scripted: bool,
}

static WORDING: LazyLock<Vec<(Standing, &'static str)>> = LazyLock::new(|| {
    let mut section = None;
    let lines =
        include_str!("rules/standing.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let named = match line {
                "[paywall]" => Standing::Paywall,
                "[consent]" => Standing::Consent,
                "[script]" => Standing::Script,
                "[error]" => Standing::Error,
                _ => return section.map(|section| (section, line)),
            };
            section = Some(named);
            None
        })
        .collect()
});

/// Judges a page.
pub(super) fn standing(evidence: &Evidence<'_>) -> Standing {
    let body: usize = texts(evidence).map(|line| line.text.len()).sum();
    let says = |wanted: Standing, text: &str| {
        WORDING.iter().any(|(standing, words)| *standing == wanted && text.contains(words))
    };
    let title = evidence.title.unwrap_or_default().to_lowercase();
    if body < SHORT {
        if says(Standing::Error, &title) || body < TINY && says(Standing::Error, &evidence.page) {
            return Standing::Error;
        }
        for wanted in [Standing::Consent, Standing::Paywall, Standing::Script] {
            if says(wanted, &evidence.page) {
                return wanted;
            }
        }
    }
    if body < 4 * SHORT && (evidence.free == Some(false) || names_a_wall(evidence)) {
        return Standing::Paywall;
    }
    if is_list(evidence) {
        return Standing::List;
    }
    if body < TINY {
        return if evidence.scripted { Standing::Script } else { Standing::Empty };
    }
    Standing::Article
}

fn texts<'a>(evidence: &'a Evidence<'_>) -> impl Iterator<Item = &'a Line> {
    evidence.lines.iter().zip(evidence.roles).filter(|(_, role)| **role == Role::Body).map(|(line, _)| line)
}

/// Whether the page's own words for a wall stand in it.
fn names_a_wall(evidence: &Evidence<'_>) -> bool {
    WORDING.iter().any(|(standing, words)| *standing == Standing::Paywall && evidence.page.contains(words))
}

/// A page of many lines, mostly links, and without an article's worth of other words is a list of other pages.
fn is_list(evidence: &Evidence<'_>) -> bool {
    let linked: usize = evidence.lines.iter().map(|line| line.linked).sum();
    let all: usize = evidence.lines.iter().map(|line| line.text.len()).sum();
    let own: usize = texts(evidence).map(|line| line.text.len() - line.linked.min(line.text.len())).sum();
    evidence.lines.len() >= 5 && linked * 2 > all && own < SHORT
}
