//! An article's quotes as a cable has them, to be copied in one piece; and the article as BibTeX and RIS.

use super::quote::{CARD_QUOTE, comma_before, role_told, speaker_name};
use super::text::fitting::{in_marks, shortened};
use super::{Button, Card, CitationForm, Message, Press, RenderOptions, Rich};
use crate::brief::Quote;

/// Quotes of a cable.
const QUOTES: usize = 3;

impl Card {
    /// Quotes with who said them in which role, the outlet with its owner, the day and the address, in one piece; with
    /// buttons for other forms.
    #[must_use]
    pub fn citation(&self, options: &RenderOptions) -> Message {
        let mut ranked: Vec<&Quote> = self.quotes.iter().filter(|quote| quote.key.is_some()).collect();
        ranked.sort_by_key(|quote| quote.key);
        let said = ranked.into_iter().filter_map(|quote| said(quote, options)).take(QUOTES);
        let mut lines: Vec<String> = said.collect();
        lines.push(self.where_it_stands(options));
        let message = Message::new(Rich::new().code(lines.join("\n\n")));
        let Some(article) = self.article else { return message };
        let forms = CitationForm::ALL.map(|form| Button::press(form.word(), &Press::CiteAs(form, article)));
        message.row(forms.to_vec())
    }

    /// The outlet with its owner, the headline, the day, the address: the page's own, for a place in the page is a line of
    /// percent signs to whoever reads a cable.
    fn where_it_stands(&self, options: &RenderOptions) -> String {
        let label = self.source.label.as_ref().map(|label| label.long(options));
        let outlet = match label {
            Some(label) => format!("{} ({label})", self.source.name),
            None => self.source.name.clone(),
        };
        let headline = self
            .headline
            .as_ref()
            .map(|headline| options.locale.say("in-marks", &[("words", headline.as_str().into())]));
        let date = self.published.map(|at| options.full_date(at));
        let url = self.url.clone();
        let parts = [Some(outlet).filter(|name| !name.is_empty()), headline, date, url];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// The article in a form that programs read.
    #[must_use]
    pub fn cited_as(&self, form: CitationForm) -> Message {
        let title = shortened(self.headline.as_deref().unwrap_or_default(), 300);
        let day = self.published.map(|at| at.format("%Y-%m-%d").to_string()).unwrap_or_default();
        let (outlet, url) = (self.source.name.as_str(), self.url.as_deref().unwrap_or_default());
        let words = match form {
            CitationForm::BibTex => bibtex(&title, outlet, &day, url, self.article.unwrap_or_default()),
            CitationForm::Ris => format!(
                "TY  - NEWS\nTI  - {title}\nT2  - {outlet}\nDA  - {}\nUR  - {url}\nER  - ",
                day.replace('-', "/")
            ),
        };
        Message::new(Rich::new().code(words))
    }
}

/// `“…” — Ilan Dorev, Foreign Minister of Tavria`
fn said(quote: &Quote, options: &RenderOptions) -> Option<String> {
    let words = in_marks(&quote.text, CARD_QUOTE)?;
    let who = speaker_name(quote.speaker.as_ref(), options.locale);
    let role = quote.speaker.as_ref().and_then(|speaker| speaker.role.as_ref());
    let with = |role: &String| format!("{who}{}{}", comma_before(role), role_told(role, 120));
    let who = role.map_or_else(|| who.clone(), with);
    Some(format!("{words} — {who}"))
}

/// A BibTeX entry; what BibTeX reads as its own is put in braces or escaped.
#[must_use]
pub fn bibtex(title: &str, outlet: &str, day: &str, url: &str, number: i64) -> String {
    let year = day.split('-').next().unwrap_or_default();
    let plain = |words: &str| {
        words.chars().fold(String::new(), |mut out, letter| {
            match letter {
                '\\' | '{' | '}' => {}
                // these set the next letter under a mark, or stand for a blank
                '^' => out.push_str(r"\textasciicircum{}"),
                '~' => out.push_str(r"\textasciitilde{}"),
                '&' | '%' | '$' | '#' | '_' => out.extend(['\\', letter]),
                letter => out.push(letter),
            }
            out
        })
    };
    let (title, outlet) = (plain(title), plain(outlet));
    let url = url.replace(['{', '}', '\\'], "");
    format!(
        "@misc{{article{number},\n  title = {{{{{title}}}}},\n  howpublished = {{{outlet}}},\n  year = {{{year}}},\n  date = {{{day}}},\n  url = {{{url}}}\n}}"
    )
}

#[cfg(test)]
mod tests {
    use super::bibtex;

    #[test]
    fn what_bibtex_reads_as_its_own_is_escaped() {
        let marked = bibtex("x^2 ~ {y}", "A~B", "2026-02-14", "https://a.example/~x", 4);
        assert!(marked.contains(r"title = {{x\textasciicircum{}2 \textasciitilde{} y}}"), "{marked}");
        assert!(marked.contains(r"{A\textasciitilde{}B}") && marked.contains("a.example/~x}"), "{marked}");
        let entry = bibtex("50% of {all} & more", "A_B", "2026-02-14", "https://a.example/x_y", 4);
        assert!(entry.contains(r"title = {{50\% of all \& more}}"), "{entry}");
        assert!(entry.contains(r"howpublished = {A\_B}"), "{entry}");
        assert!(
            entry.contains("url = {https://a.example/x_y}") && entry.contains("year = {2026}"),
            "{entry}"
        );
    }
}
