//! Whom the questions of a talk name: what answers them in marks is hardly theirs.

use crate::brief::quotes::coreference::Voice;
use crate::brief::quotes::document::Document;

/// Names looked at as far as the first question goes; it bounds the work.
const MOST: usize = 40;

/// `The polls favour President X.` ¶ `“His cousin makes them.”`: true for somebody named behind the first question of a talk
/// only, for the answer in line `number`, unless that line names the person or the question speaks to that person.
#[must_use]
pub(crate) fn is_only_asked_about(document: &Document, number: usize, voice: &Voice) -> bool {
    let Some((first, question)) = document.asked(number) else { return false };
    let names = |range: std::ops::Range<usize>| {
        document.index.mentions_in(range).take(MOST).any(|mention| mention.person == voice.person)
    };
    let told = document.stream.paragraphs.get(number).cloned().is_some_and(names);
    let addressed = document.may_address(&question) && names(question);
    voice.person.is_some() && !names(0..first) && !told && !addressed
}

#[cfg(test)]
mod tests {
    use crate::article::{Given, from_text};
    use crate::brief::quotes::find;

    /// The words of an article and who says them.
    fn told(text: &str) -> Vec<(String, Option<String>)> {
        let found = find(&from_text(text, &Given::default()));
        found.into_iter().map(|quote| (quote.text, quote.speaker.and_then(|one| one.name))).collect()
    }

    #[test]
    fn whom_a_question_of_a_talk_names_does_not_answer_it() {
        let found = told(
            "The river tribunal lost its judge in May. She received us at home.\n\nWhy did you leave the court?\n\n\
             “Because nobody read the judgments any more.”\n\nPresident Oren Dask told us that you were dismissed.\n\n\
             “He says many things. Most of them before lunch.”\n\nWill you go back to the court?\n\n“Never in my life.”",
        );
        assert!(!found.is_empty());
        assert!(found.iter().all(|(_, name)| name.is_none()), "{found:?}");
    }

    #[test]
    fn words_that_somebody_is_told_to_say_below_a_question_are_theirs() {
        let found = told(
            "Mayor Oren Dask will resign.\n\nWhy does Dask go?\n\n“He has lost the majority,” says councillor Anna Keller. \
             “That is all there is.”\n\nWho follows him?\n\n“We will vote in May,” says party chief Bo Senna. “There are three names.”",
        );
        let names: Vec<Option<&str>> = found.iter().map(|(_, name)| name.as_deref()).collect();
        assert_eq!(names, [Some("Anna Keller"), Some("Anna Keller"), Some("Bo Senna"), Some("Bo Senna")]);
    }
}
