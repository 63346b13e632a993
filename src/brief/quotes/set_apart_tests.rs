//! Words set apart from the text, and words that two are told to have said.

use super::find;
use crate::article::{Given, from_text};
use crate::brief::Quote;

fn quotes(text: &str) -> Vec<Quote> {
    find(&from_text(text, &Given::default()))
}

#[test]
fn words_set_apart_are_whose_name_stands_below_them() {
    let speakers = |below: &str| {
        let text = format!(
            "The chair of the council, Oda Brandt, spoke on Monday. “We keep the lock,” Brandt said.\n\n“We will open all the \
             locks of the river this week”\n\n{below}\n\nThe divers agree with the council and will start on Friday morning."
        );
        let found = quotes(&text).into_iter().find(|quote| quote.text.starts_with("We will open"));
        found.and_then(|quote| quote.speaker?.name)
    };
    for below in [
        "Lena Orlo, mayor of Selm",
        "Lena Orlo",
        "Mayor Lena Orlo",
        "Lena Orlo (mayor)",
        "— Lena Orlo, mayor",
    ] {
        assert_eq!(speakers(below).as_deref(), Some("Lena Orlo"), "{below}");
    }
    assert_ne!(speakers("Lena Orlo, mayor, did not come to the meeting.").as_deref(), Some("Lena Orlo"));
    assert_ne!(speakers("Lena Orlo: the mayor who left").as_deref(), Some("Lena Orlo"));
}

#[test]
fn words_between_two_names_are_nobodys() {
    let text = "The chair of the council, Oda Brandt, spoke on Monday. “We keep the lock,” Brandt said.\n\nLena Orlo, mayor\n\n\
                “We will open all the locks of the river this week”\n\nPetra Dorev, teacher";
    let found = quotes(text).into_iter().find(|quote| quote.text.starts_with("We will open"));
    assert_eq!(found.and_then(|quote| quote.speaker?.name), None);
}

#[test]
fn words_that_two_are_told_to_have_said_are_nobodys() {
    for tail in
        ["said Orlo said Dorev, the chair", "said Lena Orlo said Petra Dorev", "said Lena Orlo told Dorev"]
    {
        let text = format!("Lena Orlo and Petra Dorev met on Monday. “We will not keep the lock,” {tail}.");
        assert_eq!(quotes(&text)[0].speaker.clone().and_then(|speaker| speaker.name), None, "{tail}");
    }
    let text =
        "Lena Orlo and Petra Dorev met. “We will not keep the lock,” said Lena Orlo, who said no more.";
    assert_eq!(quotes(text)[0].speaker.clone().unwrap().name.as_deref(), Some("Lena Orlo"));
}
