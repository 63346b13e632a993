//! Who said what in a story: the same words once, other wordings beside them.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::material::Report;
use super::outcome::{Said, Wording};
use super::points::Number;
use super::quoted::{is_sure, plain};
use super::story::Story;
use crate::brief::Quote;
use crate::statement::{self, same_statements};
use crate::story::{Merged, Spoken, merge_quotes};

/// Quotes told of a story.
const MOST: usize = 5;
/// Quotes of one report that are looked at, the best.
const OF_ONE: usize = 6;
/// Reports of a story whose quotes are looked at.
const REPORTS: usize = 80;
/// Statements that are compared over languages.
const COMPARED: usize = 40;
/// Wordings shown of one statement.
const WORDINGS: usize = 4;

/// A quote with the report it stands in.
#[derive(Clone, Copy)]
struct Heard<'a> {
    quote: &'a Quote,
    report: &'a Report<'a>,
    number: usize,
}

/// The quotes of a story that no earlier report has and that `told` sentences do not tell: those most outlets have
/// first, then the best of their articles.
pub(super) fn said(story: &Story<'_>, told: &[String], number: Number<'_>) -> Vec<Said> {
    let known: BTreeSet<String> =
        story.earlier.iter().flat_map(|report| report.quotes).map(|quote| plain(&quote.text)).collect();
    let heard = heard(story, number);
    let spoken: Vec<Spoken> = (0..).zip(&heard).map(|(at, heard)| spoken(at, heard)).collect();
    let merged = merge_quotes(&spoken);
    let at = |id: i64| usize::try_from(id).ok().and_then(|at| heard.get(at));
    let mut ranked: Vec<&Merged> = merged.iter().filter(|one| at(one.quote).is_some()).collect();
    let rank = |one: &Merged| at(one.quote).and_then(|heard| heard.quote.key).unwrap_or(u32::MAX);
    ranked.sort_by_key(|one| (Reverse(one.outlets.len()), rank(one), one.quote));
    let is_known = |one: &&Merged| {
        let words = at(one.quote).map(|heard| plain(&heard.quote.text)).unwrap_or_default();
        known.contains(&words) || told.iter().any(|sentence| plain(sentence).contains(&words))
    };
    ranked.retain(|one| !is_known(one));
    ranked.truncate(COMPARED);
    let together = over_languages(&ranked, &at);
    let mut taken = vec![false; ranked.len()];
    let mut all = Vec::new();
    for place in 0..ranked.len() {
        if taken.get(place).copied().unwrap_or(true) {
            continue;
        }
        let list = together.iter().find(|list| list.contains(&place)).cloned().unwrap_or_else(|| vec![place]);
        list.iter().for_each(|at| taken.iter_mut().skip(*at).take(1).for_each(|taken| *taken = true));
        let versions: Vec<&Merged> = list.iter().filter_map(|at| ranked.get(*at).copied()).collect();
        all.extend(one_said(&versions, &at));
    }
    all.sort_by_key(|said| Reverse(outlets(said)));
    all.truncate(MOST);
    by_speaker(all)
}

/// The quotes worth telling, in the order of the reports; somebody named or described said them.
fn heard<'a>(story: &'a Story<'a>, number: Number<'_>) -> Vec<Heard<'a>> {
    let of = |report: &'a Report<'a>| {
        let mut quotes: Vec<&Quote> = report.quotes.iter().filter(|quote| is_sure(quote)).collect();
        quotes.sort_by_key(|quote| quote.key);
        let number = number(report);
        quotes.into_iter().take(OF_ONE).map(move |quote| Heard { quote, report, number })
    };
    story.reports.iter().take(REPORTS).flat_map(of).collect()
}

fn spoken(at: i64, heard: &Heard<'_>) -> Spoken {
    Spoken {
        quote: at,
        outlet: heard.number.to_string(),
        speaker: heard.quote.speaker.as_ref().and_then(|speaker| speaker.name.clone()),
        day: heard.report.at.date_naive(),
        text: heard.quote.text.clone(),
    }
}

/// Places that are one statement told in other words or tongues.
fn over_languages<'a>(ranked: &[&Merged], at: &dyn Fn(i64) -> Option<&'a Heard<'a>>) -> Vec<Vec<usize>> {
    let named: Vec<(usize, statement::Quote<'a>)> = ranked
        .iter()
        .enumerate()
        .filter_map(|(place, one)| {
            let heard = at(one.quote)?;
            let quote = statement::Quote {
                speaker: heard.quote.speaker.as_ref()?.name.as_deref()?,
                language: heard.report.article.language,
                day: heard.report.at.date_naive(),
                text: &heard.quote.text,
            };
            Some((place, quote))
        })
        .collect();
    let quotes: Vec<statement::Quote<'a>> = named.iter().map(|(_, quote)| quote.clone()).collect();
    let place = |at: usize| named.get(at).map(|(place, _)| *place);
    same_statements(&quotes).into_iter().map(|list| list.into_iter().filter_map(place).collect()).collect()
}

fn one_said<'a>(versions: &[&Merged], at: &dyn Fn(i64) -> Option<&'a Heard<'a>>) -> Option<Said> {
    let first = at(versions.first()?.quote)?;
    let names = versions.iter().map(|one| one.speaker.clone()).collect::<Vec<_>>();
    let speaker = first.quote.speaker.clone().unwrap_or_default();
    let name = names.into_iter().flatten().next();
    let words = || speaker.words().map(str::to_owned).filter(|_| name.is_none());
    let role = speaker.role.clone().or_else(words);
    let mut wordings: Vec<Wording> = Vec::new();
    for version in versions {
        wordings.extend(wording(&version.same, false, at));
        wordings.extend(version.cuts.iter().filter_map(|cut| wording(&[*cut], true, at)));
    }
    merge_equal(&mut wordings);
    wordings.truncate(WORDINGS);
    Some(Said { name, role, quoted_from: first.quote.quoted_from.clone(), wordings })
}

fn wording<'a>(same: &[i64], cut: bool, at: &dyn Fn(i64) -> Option<&'a Heard<'a>>) -> Option<Wording> {
    let first = at(*same.first()?)?;
    let sources: BTreeSet<usize> = same.iter().filter_map(|id| at(*id)).map(|heard| heard.number).collect();
    Some(Wording {
        text: first.quote.text.clone(),
        language: first.report.article.language,
        sources: sources.into_iter().collect(),
        cut,
    })
}

/// Cuts with the same words are one wording.
fn merge_equal(wordings: &mut Vec<Wording>) {
    let mut kept: Vec<Wording> = Vec::new();
    for wording in wordings.drain(..) {
        match kept.iter_mut().find(|known| plain(&known.text) == plain(&wording.text)) {
            Some(known) => {
                known.sources.extend(wording.sources);
                known.sources.sort_unstable();
                known.sources.dedup();
            }
            None => kept.push(wording),
        }
    }
    *wordings = kept;
}

fn outlets(said: &Said) -> usize {
    said.wordings.iter().map(|wording| wording.sources.len()).sum()
}

/// One person's words stand together, at the place of the first.
fn by_speaker(all: Vec<Said>) -> Vec<Said> {
    let mut order: Vec<Option<String>> = Vec::new();
    let mut placed: Vec<(usize, Said)> = Vec::new();
    for said in all {
        let known = said.name.is_some().then(|| order.iter().position(|name| *name == said.name)).flatten();
        let place = known.unwrap_or(order.len());
        if known.is_none() {
            order.push(said.name.clone());
        }
        placed.push((place, said));
    }
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, said)| said).collect()
}
