//! What a person looks for: words, phrases, what must not be there, from when on, in which outlet; and whom its first
//! words name.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::bot::{Reply, Session};
use crate::digest::{first_valid, read_weekday};
use crate::store::full_text::{Terms, quoted, tokens};
use crate::store::people::speakers::{self, Person};
use crate::store::{Db, Reader};
use crate::text::in_other_layouts;
use crate::view::{RenderOptions, shortened};

/// How the two filters are written; a colon follows.
const SINCE: [&str; 4] = ["since", "с", "от", "после"];
const IN: [&str; 3] = ["in", "в", "из"];

/// People who may be meant by one name.
const OFFERED: i64 = 8;

/// Most words that are read in another layout: more are a question, whose name stands first.
const MOST_LAID_OUT: usize = 4;

/// Most characters of a question that are shown again.
const SHOWN: usize = 100;

/// A question as read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Query {
    /// Words, phrases, and what must not be there.
    #[serde(flatten)]
    pub(crate) terms: Terms,
    /// Not before.
    pub(crate) since: Option<DateTime<Utc>>,
    /// Part of an outlet's name or host.
    pub(crate) source: Option<String>,
}

impl Query {
    /// Reads a question; an unreadable date is the error.
    pub(crate) fn read(typed: &str, options: &RenderOptions) -> Result<Self, String> {
        let mut query = Self::default();
        let mut tokens = tokens(typed).take(32).peekable();
        while let Some(token) = tokens.next() {
            // `since monday`, in two words
            let opens = SINCE.contains(&&*token.to_lowercase());
            if let Some(day) = tokens.peek().filter(|_| opens).and_then(|next| day(next, options)) {
                query.since = first_valid(options.zone, day, 0);
                tokens.next();
                continue;
            }
            let value = |value: &str| quoted(value).unwrap_or(value).trim().to_owned();
            match filter(&token, || tokens.next()).map(|(name, given)| (name, value(&given))) {
                // a filter that says nothing restricts nothing
                Some((_, given)) if given.is_empty() => {}
                Some((name, given)) if SINCE.contains(&&*name) => {
                    let day = day(&given, options).ok_or(given)?;
                    query.since = first_valid(options.zone, day, 0);
                }
                Some((_, given)) => query.source = Some(given),
                None => query.terms.add(&token),
            }
        }
        Ok(query)
    }

    /// The same where a name stands first, which may be in quotation marks.
    pub(crate) fn of_person(mut self) -> Self {
        if self.terms.words.is_empty() && !self.terms.phrases.is_empty() {
            let name = self.terms.phrases.remove(0);
            self.terms.words = name.split_whitespace().map(str::to_owned).collect();
        }
        self
    }

    /// The question as the same keys give its words and phrases in other layouts of the keyboard.
    pub(crate) fn in_other_layouts(&self) -> Vec<Self> {
        let Terms { words, phrases, .. } = &self.terms;
        if words.len() + phrases.len() > MOST_LAID_OUT {
            return Vec::new();
        }
        let joined = words.iter().chain(phrases).map(String::as_str).collect::<Vec<_>>().join("\n");
        let other = |laid_out: String| {
            let mut parts = laid_out.split('\n').map(str::to_owned);
            let words: Vec<String> = parts.by_ref().take(words.len()).collect();
            let terms = Terms { words, phrases: parts.collect(), ..self.terms.clone() };
            Self { terms, ..self.clone() }
        };
        in_other_layouts(&joined).into_iter().map(other).collect()
    }

    /// The question as it is shown again, without its filters. A phrase alone has no marks: the answer sets its own.
    pub(crate) fn shown(&self) -> String {
        match &self.terms {
            Terms { words, phrases, without }
                if words.is_empty() && without.is_empty() && phrases.len() == 1 =>
            {
                shortened(&phrases.concat(), SHOWN)
            }
            terms => shortened(&terms.typed(), SHOWN),
        }
    }

    /// Each question with one restriction less, with the name of what was left out: the outlet, the date, the words that
    /// must not be there, the order of a phrase.
    pub(crate) fn wider(&self) -> Vec<(&'static str, Self)> {
        let mut found = Vec::new();
        if self.source.is_some() {
            found.push(("in", Self { source: None, ..self.clone() }));
        }
        if self.since.is_some() {
            found.push(("since", Self { since: None, ..self.clone() }));
        }
        if !self.terms.without.is_empty() {
            let terms = Terms { without: Vec::new(), ..self.terms.clone() };
            found.push(("without", Self { terms, ..self.clone() }));
        }
        if !self.terms.phrases.is_empty() {
            let mut terms = self.terms.clone();
            let phrases = std::mem::take(&mut terms.phrases);
            terms.words.extend(phrases);
            found.push(("phrase", Self { terms, ..self.clone() }));
        }
        found
    }

    /// Says which restriction emptied the answer about `what`: `found` is what is there without it.
    pub(crate) fn emptied(&self, session: &Session<'_>, by: &str, (what, found): (&str, &str)) -> Vec<Reply> {
        let since = self.since.map(|since| session.options.day(since)).unwrap_or_default();
        let wanted = self.terms.wanted();
        let what = if by == "without" && !wanted.is_empty() { &wanted } else { what };
        let fills = [
            ("what", what.into()),
            ("source", self.source.clone().unwrap_or_default().into()),
            ("since", since.into()),
            ("without", self.terms.without.join(", ").into()),
            ("found", found.into()),
        ];
        session.says(&format!("emptied-by-{by}"), &fills)
    }
}

/// The name and the value of a filter, `in:TASS` or `in: TASS`; `None` for any other token.
fn filter(token: &str, next: impl FnOnce() -> Option<String>) -> Option<(String, String)> {
    let (name, value) = token.split_once(':')?;
    let name = name.to_lowercase();
    if !SINCE.contains(&&*name) && !IN.contains(&&*name) {
        return None;
    }
    let value = if value.is_empty() { next().unwrap_or_default() } else { value.to_owned() };
    Some((name, value))
}

/// `2026-02-14`, `14.02.2026`, `14.02`, `2026-02`, `7d`, `today`, `yesterday`, `monday`: of what comes again each week
/// or year the last one.
pub(crate) fn day(words: &str, options: &RenderOptions) -> Option<NaiveDate> {
    let today = options.now.with_timezone(&options.zone).date_naive();
    let words = words.to_lowercase();
    match words.as_str() {
        "today" | "сегодня" => return Some(today),
        "yesterday" | "вчера" => return today.pred_opt(),
        _ => {}
    }
    if let Some(since) = read_weekday(&words) {
        let back = (7 + today.weekday().num_days_from_monday() - since) % 7;
        return today.checked_sub_signed(TimeDelta::days(back.into()));
    }
    let days = words.strip_suffix(['d', 'д']).and_then(|days| days.parse::<i64>().ok());
    if let Some(days) = days.filter(|days| (0..=40_000).contains(days)) {
        return today.checked_sub_signed(TimeDelta::days(days));
    }
    let forms = ["%Y-%m-%d", "%d.%m.%Y", "%Y/%m/%d", "%d/%m/%Y"];
    let whole = forms.iter().find_map(|form| NaiveDate::parse_from_str(&words, form).ok());
    let month = || NaiveDate::parse_from_str(&format!("{words}-01"), "%Y-%m-%d").ok();
    let of_year = |year: i32| NaiveDate::parse_from_str(&format!("{words}.{year}"), "%d.%m.%Y").ok();
    let last = || of_year(today.year()).filter(|day| *day <= today).or_else(|| of_year(today.year() - 1));
    whole.or_else(month).or_else(last)
}

/// Who is meant, the most quoted first, and the rest of the words: the longest beginning of the words that names somebody
/// who was quoted; where none does, as the same keys give the words in another layout of the keyboard.
pub(crate) async fn whom(
    db: &mut Db,
    who: Reader,
    typed: &[String],
) -> anyhow::Result<(Vec<Person>, Vec<String>)> {
    let mut layouts = in_other_layouts(&typed.join(" "));
    if typed.len() > MOST_LAID_OUT {
        layouts.clear();
    }
    let layouts = layouts.iter().map(|other| other.split_whitespace().map(str::to_owned).collect());
    for words in std::iter::once(typed.to_vec()).chain(layouts) {
        let (people, rest) = named(db, who, &words).await?;
        if !people.is_empty() {
            return Ok((people, rest));
        }
    }
    Ok((Vec::new(), Vec::new()))
}

async fn named(db: &mut Db, who: Reader, typed: &[String]) -> anyhow::Result<(Vec<Person>, Vec<String>)> {
    for split in (1..=typed.len()).rev() {
        let (name, rest) = typed.split_at(split);
        let people = speakers::find(db, who, &name.join(" "), OFFERED).await?;
        let people: Vec<Person> = people.into_iter().filter(|person| person.quotes > 0).collect();
        if !people.is_empty() {
            return Ok((people, rest.to_vec()));
        }
    }
    Ok((Vec::new(), Vec::new()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_keys_are_read_in_another_layout() {
        let options = RenderOptions::plain("2026-02-14T13:00:00Z".parse().unwrap());
        let read = |typed: &str| Query::read(typed, &options).unwrap();
        let meant = read("dams \"two weeks\" in:TASS");
        assert!(read("вфьы \"ецщ цуулы\" in:TASS").in_other_layouts().contains(&meant));
        assert_eq!(read("2026").in_other_layouts(), []);
        assert_eq!(read("раз два три четыре пять").in_other_layouts(), []);
    }

    #[test]
    fn a_phrase_alone_is_shown_without_its_marks() {
        let options = RenderOptions::plain("2026-02-14T13:00:00Z".parse().unwrap());
        let shown = |typed: &str| Query::read(typed, &options).unwrap().shown();
        assert_eq!(shown("\"two weeks\" in:TASS"), "two weeks");
        assert_eq!(shown("\"two weeks\" dams"), "dams \"two weeks\"");
        assert_eq!(shown("\"two weeks\" -dams"), "\"two weeks\" -dams");
    }

    #[test]
    fn a_filter_takes_the_next_word_and_an_empty_one_restricts_nothing() {
        let options = RenderOptions::plain("2026-02-14T13:00:00Z".parse().unwrap());
        let read = |typed: &str| Query::read(typed, &options).unwrap();
        let apart = read("Orlo in: TASS since: 2026-01-02");
        assert_eq!(apart, read("Orlo in:TASS since:2026-01-02"));
        assert_eq!((apart.source.as_deref(), apart.terms.words), (Some("TASS"), vec!["Orlo".to_owned()]));
        for empty in ["in:", "since:", "in: ", "in:\"\""] {
            assert_eq!(read(empty), Query::default(), "{empty}");
        }
        assert!(Query::read("Orlo since: someday", &options).is_err());
        assert_eq!(read("Orlo: treaty").terms.words, ["Orlo:", "treaty"]);
    }
}
