//! Words alone in their paragraph, before a paragraph that opens with more of them and tells who says those:
//! `“We lost the boats.” ¶ “Nobody came,” said X`.

use crate::brief::quotes::clause::run::Reader;
use crate::brief::quotes::detection::scare_quotes::Verdict;
use crate::brief::quotes::finding::Finding;
use crate::brief::quotes::rule::Rule;

impl Reader<'_, '_> {
    /// Gives words of nobody to whoever says those that open the next paragraph, unless somebody may go on speaking.
    pub(crate) fn lead_in(&mut self) {
        for at in (1..self.findings.len()).rev() {
            let before = at.checked_sub(2).and_then(|before| self.findings.get(before));
            let Some([one, next]) = self.findings.get(at - 1..=at) else { continue };
            let speaks = before.is_some_and(|before| before.told.is_some() && self.follows(before, one));
            if speaks || !self.leads_in(one, next) {
                continue;
            }
            let told = next.told.clone();
            if let Some(one) = self.findings.get_mut(at - 1) {
                one.told = told;
                one.rule = Rule::Neighbour;
            }
        }
    }

    /// True for a statement of nobody that is all of its paragraph, before one of somebody with a name.
    fn leads_in(&self, one: &Finding, next: &Finding) -> bool {
        let stream = &self.text.document.stream;
        let said = |finding: &Finding| matches!(finding.verdict, Verdict::Quote(_));
        let opens = || {
            stream
                .quote_tokens
                .get(next.quote)
                .is_some_and(|token| stream.paragraph_of(*token).start == *token)
        };
        let named = next.told.as_ref().is_some_and(|told| told.speaker.name.is_some());
        let own = matches!(next.rule, Rule::Inverted | Rule::After | Rule::Neighbour);
        one.told.is_none()
            && said(one)
            && said(next)
            && named
            && own
            && self.follows(one, next)
            && opens()
            && self.is_alone(one)
    }

    /// True where the words of `next` stand in the paragraph right behind that of `one`.
    fn follows(&self, one: &Finding, next: &Finding) -> bool {
        let paragraph =
            |finding: &Finding| self.text.document.marked.get(finding.quote).map(|marked| marked.paragraph);
        paragraph(one).zip(paragraph(next)).is_some_and(|(one, next)| one + 1 == next)
    }

    /// True for words that are all of their paragraph.
    fn is_alone(&self, one: &Finding) -> bool {
        let document = self.text.document;
        document.marked.get(one.quote).is_some_and(|marked| {
            document.paragraphs.get(marked.paragraph).is_some_and(|paragraph| {
                paragraph.span.start == marked.outer.start && paragraph.span.end <= marked.outer.end + 1
            })
        })
    }
}
