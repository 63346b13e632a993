//! Bare words behind a sentence that is about another than whoever spoke last.

use super::find;
use crate::article::{Given, from_text};

/// The speaker of the last quote, and how many quotes there are, where `between` stands before bare words.
fn last_speaker(between: &str, gap: &str) -> (Option<String>, usize) {
    let text = format!(
        "SELM, May 3 - Harbour minister Oda Brandt opened the talks on the lock with Petra Dorev in Selm on Monday.\n\n“The lock \
         stays shut until the autumn,” Brandt said after the meeting.{gap}{between} “This town was sold to the \
         shipping companies and it will not forget.”"
    );
    let quotes = find(&from_text(&text, &Given::default()));
    let last = quotes.last().and_then(|quote| quote.speaker.clone());
    (last.and_then(|speaker| speaker.name.or(speaker.mention)), quotes.len())
}

#[test]
fn bare_words_behind_a_sentence_about_another_are_not_the_last_speakers() {
    for between in [
        "The opposition heckled her.",
        "The town council rejected that within hours.",
        "Outside, the crowd held lanterns and sang.",
        "Hundreds of sailors waited on the quay.",
        "A leaflet lay on the tables of the press room.",
        "A note was pinned to the door of the harbour office.",
        "A bomb exploded near the lock at noon.",
        "Brandt's lawyer shook his head.",
        "The skipper of a barge shook his head.",
        "An hour later the harbour master, Lena Orlo, left the hall.",
        "An hour later the prosecutor, Ines Vogt, closed her case.",
        "Outside the hall stood Lena Orlo, the harbour master.",
        "Lena Orlo, the harbour master, left early. The hall fell silent.",
    ] {
        for gap in [" ", "\n\n"] {
            let (speaker, quotes) = last_speaker(between, gap);
            assert_eq!(quotes, 2, "{between}");
            let wrong =
                speaker.as_deref().is_some_and(|name| name.contains("Brandt") || name.contains("Dorev"));
            assert!(!wrong, "{between} {speaker:?}");
        }
    }
}

#[test]
fn the_last_speaker_goes_on_behind_a_sentence_about_nobody_else() {
    for between in [
        "",
        "The talks lasted three hours.",
        "It was raining.",
        "Brandt left by a side door.",
        "She left by a side door.",
        "The minister left by a side door.",
        "Tears ran down her face.",
    ] {
        for gap in [" ", "\n\n"] {
            let (speaker, quotes) = last_speaker(between, gap);
            assert_eq!((speaker.as_deref(), quotes), (Some("Oda Brandt"), 2), "{between}");
        }
    }
}

#[test]
fn a_sign_does_not_go_on_speaking() {
    let text = "SELM, May 3 - Oda Brandt opened the lock on Monday.\n\n“The lock is open,” Brandt said.\n\nA sign on the gate \
                warned skippers in red letters. “Stop here or you will be fined.”\n\nThe navy of Selm published a notice in the \
                evening. “We will search every barge that passes the lock.”";
    let quotes = find(&from_text(text, &Given::default()));
    assert_eq!(quotes.len(), 3);
    assert!(quotes[2].speaker.is_none());
}
