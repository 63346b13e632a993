//! The themes of a review: what is reported, who said what, what only one side says.

use super::sheet::{Sheet, spoken};
use crate::review::{OneSided, Point, Said, Side, Theme, Wording};
use crate::view::document::{Block, Inline};
use crate::view::text::fitting::shortened;

/// Letters by which a sentence that stands above is known again.
const BEGINNING: usize = 60;
/// Outlets named under a quote; the numbers name all.
const NAMED: usize = 3;

impl Sheet<'_> {
    pub(super) fn themes(&self) -> Vec<Block> {
        if self.review.themes.is_empty() {
            return Vec::new();
        }
        let themes = (1..).zip(&self.review.themes).flat_map(|(number, theme)| self.theme(number, theme));
        std::iter::once(self.heading("review-themes")).chain(themes).collect()
    }

    fn theme(&self, number: usize, theme: &Theme) -> Vec<Block> {
        let headline = Inline::from(format!("{number}. {}", theme.headline));
        let mut blocks = vec![
            Block::Heading { level: 3, story: Some(number), text: headline },
            Block::Small(self.width_and_first(theme)),
        ];
        blocks.extend(self.translated([(theme.headline.as_str(), &[][..])], " ").map(Block::Paragraph));
        if let Some(until) = theme.told_until {
            let known = [("time", self.options.date_time(until).into())];
            blocks.push(Block::Paragraph(
                Inline::new().strong(self.options.locale.say("review-new-since", &known)),
            ));
        }
        if !theme.reported.is_empty() {
            let sentences = theme.reported.iter().map(point);
            let reported = sentences.reduce(|all, one| all.plain(" ").then(one)).unwrap_or_default();
            let pieces = theme.reported.iter().map(|point| (point.text.as_str(), point.sources.as_slice()));
            blocks.push(Block::Paragraph(self.with_translation(reported, pieces, " ")));
        }
        blocks.extend(theme.said.iter().map(|said| self.said(said)));
        // what one side says stands together
        let sides = theme.one_sided.chunk_by(|one, next| one.side == next.side);
        blocks.extend(sides.map(|side| self.one_sided(side, theme)));
        blocks
    }

    /// `4 articles, 3 owners · Russia, United Kingdom · first: Ossa Wire, 27 Nov, 09:31 [3]`
    fn width_and_first(&self, theme: &Theme) -> Inline {
        let locale = self.options.locale;
        let count = |key: &str, count: usize| locale.say(key, &[("count", count.into())]);
        let mut facts = vec![format!(
            "{}, {}",
            count("count-articles", theme.sources.len()),
            count("count-owners", theme.owners)
        )];
        if !theme.countries.is_empty() {
            let mut names: Vec<String> =
                theme.countries.iter().map(|country| self.country(*country)).collect();
            names.sort();
            facts.push(names.join(", "));
        }
        let outlet = self.source(theme.first.source).map(|source| source.outlet.clone()).unwrap_or_default();
        let fills = [("outlet", outlet.into()), ("time", self.options.date_time(theme.first.at).into())];
        facts.push(locale.say("review-first", &fills));
        Inline::from(facts.join(" · ")).sources(&[theme.first.source])
    }

    fn said(&self, said: &Said) -> Block {
        let mut wordings = said.wordings.iter();
        let first = wordings.next();
        let own = first.map(|first| first.language);
        let mut words: Vec<Inline> =
            first.map(|first| Inline::from(spoken(&first.text))).into_iter().collect();
        words.extend(first.and_then(|first| self.translated([(first.text.as_str(), &[][..])], " ")));
        for wording in wordings {
            words.push(self.beside(wording, own != Some(wording.language)));
        }
        let mut by = Inline::new().strong(self.who(said));
        if let Some(from) = &said.quoted_from {
            by = by
                .plain(" ")
                .plain(self.options.locale.say("review-relays", &[("name", from.as_str().into())]));
        }
        let by = first.map_or(by.clone(), |first| by.plain(" · ").then(self.told_by(first)));
        Block::Quote { words, by }
    }

    /// A cut of the words, or the same in another language, with its outlets.
    fn beside(&self, wording: &Wording, other_language: bool) -> Inline {
        let key = match (other_language, wording.cut) {
            (true, _) => "review-in-language",
            (false, true) => "review-cut",
            (false, false) => "review-otherwise",
        };
        let fills = [("language", self.language(wording.language).into())];
        let told = Inline::new().emphasis(self.options.locale.say(key, &fills)).plain(" ");
        let outlets: Vec<String> = wording
            .sources
            .iter()
            .filter_map(|number| self.source(*number))
            .map(|source| source.outlet.clone())
            .collect();
        let outlets: Vec<String> = outlets.into_iter().take(NAMED).collect();
        told.plain(spoken(&wording.text))
            .plain(format!(" — {}", outlets.join(", ")))
            .sources(&wording.sources)
    }

    /// `Harbour Herald (privately owned, Lakeland), 28 Nov, 07:31; Norvia Post [1, 2]`
    fn told_by(&self, wording: &Wording) -> Inline {
        let outlets = wording.sources.iter().filter_map(|number| self.source(*number));
        let named: Vec<String> = outlets
            .take(NAMED)
            .map(|source| format!("{}, {}", self.outlet(source), self.options.date_time(source.at)))
            .collect();
        let more = wording.sources.len().saturating_sub(NAMED);
        let more = if more > 0 { format!("; +{more}") } else { String::new() };
        Inline::from(format!("{}{more}", named.join("; "))).sources(&wording.sources)
    }

    /// What one side alone says; of what stands above only the beginning.
    fn one_sided(&self, said: &[OneSided], theme: &Theme) -> Block {
        let locale = self.options.locale;
        let side = said.first().map_or(Side::State, |one| one.side);
        let points: Vec<&Point> = said.iter().filter_map(|one| one.point.as_ref()).collect();
        let key = match (side, points.is_empty()) {
            (Side::State, false) => "review-only-state",
            (Side::State, true) => "review-only-state-all",
            (Side::Country(_), false) => "review-only-country",
            (Side::Country(_), true) => "review-only-country-all",
        };
        let country = match side {
            Side::Country(country) => self.country(country),
            Side::State => String::new(),
        };
        let label = Inline::new().strong(locale.say(key, &[("country", country.into())]));
        let (told, new): (Vec<&Point>, Vec<&Point>) =
            points.into_iter().partition(|point| theme.reported.iter().any(|one| one.text == point.text));
        let beginnings = told.iter().map(|told| {
            Inline::from(format!("“{}”", shortened(told.text.trim(), BEGINNING))).sources(&told.sources)
        });
        let all = beginnings.chain(new.iter().copied().map(point));
        let line = all.fold(label, |line, one| line.plain(" ").then(one));
        let pieces = new.iter().map(|point| (point.text.as_str(), point.sources.as_slice()));
        Block::Paragraph(self.with_translation(line, pieces, " "))
    }

    fn language(&self, language: crate::text::Language) -> String {
        let code = language.code();
        self.options.locale.known(&format!("language-{code}")).unwrap_or(code)
    }
}

fn point(point: &Point) -> Inline {
    Inline::from(point.text.trim()).sources(&point.sources)
}
