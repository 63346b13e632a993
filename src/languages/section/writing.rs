//! How a language is written, its common words, its days.

use super::{File, Section};

sections! {
    Language {
        PROFILE "profile" "A line each: a property and its value; see `profile.rs`.",
        LETTERS "letters" "Letters by which it is told from the others of its script.",
        KEYBOARD "keyboard" "Its letters on the keys of a Latin keyboard: q=й.",
        FUNCTION "function" "Its commonest small words, to tell it from the others of its script: about as many in each language.",
    }
    Words {
        STOP "stop" "Words too common to mean much.",
        ABBREVIATION "abbreviation" "Abbreviations, without their last stop, that a name or a number follows.",
        LAST_ABBREVIATION "last abbreviation" "Abbreviations, without their last stop, that may end a sentence.",
        NUMBERED "numbered" "Those of the former that are also words: they are abbreviations only before a number or with a capital.",
        AND_SO_ON "and so on" "Abbreviations, without their last stop, that end a sentence where a capital follows: “etc.” and its like.",
        ARTICLE "article" "Definite articles.",
        DEFINITE "definite" "Determiners that are definite, beside the article.",
        INDEFINITE "indefinite" "Indefinite determiners and numbers.",
        PREPOSITION "preposition" "Prepositions.",
        LINKING "linking preposition" "Prepositions that tie a complement to a noun.",
        CONJUNCTION "conjunction" "Conjunctions.",
        THAT "that" "Opens reported speech.",
        AUXILIARY "auxiliary" "Auxiliary verbs.",
        MODAL "modal" "Auxiliaries under which nothing has been said yet.",
        COPULA "copula" "Verbs between somebody and what somebody is.",
        ADVERB "adverb" "Words between a subject and its verb.",
        ADVERB_ENDING "adverb ending" "Endings of such words.",
        PARTICIPLE_ENDING "participle ending" "Endings of participles that may open a sentence.",
        DENIAL "denial" "Words of denial.",
        HE "he" "He.",
        SHE "she" "She.",
        THEY "they" "They.",
        WHO "who" "Relative pronouns for persons.",
        IT "it" "It, for a body or a paper.",
        WHICH "which" "Relative pronouns for things.",
        OTHER_PRONOUN "other pronoun" "Pronouns that never stand for a speaker.",
        HIS "his" "His.",
        HER "her" "Her.",
        ELIDED "elided" "Words that lose their vowel and their space before a word, without the apostrophe, as written.",
        TITLE_WORD "title word" "Words within the title of a work that begin small.",
        POSSESSIVE_ENDING "possessive ending" "What makes a name its owner's, as written.",
    }
    Dates {
        MONTHS "months" "A month a line from January on: its names in every case and, behind a bar, what it is shortened to.",
        WEEKDAYS "weekdays" "The days of the week from Monday on, in the same form.",
        TIME "time" "Other words for times.",
        DAY_ENDING "day ending" "What stands behind the number of a day: 14th.",
        BEFORE_MONTH "before month" "Between the number of a day and its month: the 14th of May.",
        BEFORE_YEAR "before year" "Between a month and its year.",
        AFTER_YEAR "after year" "Behind the number of a year.",
        BEFORE_HOUR "before hour" "Before the number of an hour.",
        HOUR "hour" "Behind the number of an hour.",
        FORENOON "forenoon" "Behind an hour of the first half of a day.",
        AFTERNOON "afternoon" "Behind an hour of the second half of a day.",
        ENTRY_HOUR "entry hour" "Beside the hour that heads an entry of a live blog: Uhr, local time; `_` between words.",
        TYPED_DAY "typed day" "Days as one types them for a digest: a number from Monday on, or the first and the last: weekend=6-7.",
        TYPED_NONE "typed none" "Instead of a time: no digest.",
        TYPED_FILLER "typed filler" "Small words between times and days as one types them: 8 and 18, at 8 on weekdays.",
        TYPED_SPAN "typed span" "Units of time as one types how long something lasts, each with its hours: week=168.",
        BEFORE_SPAN "before span" "Before how long something lasts: for a week.",
        BEFORE_END "before end" "Before the day on which something ends: until Monday.",
        BEFORE_ZONE "before zone" "Before the city of a time zone.",
        AFTER_ZONE "after zone" "Behind it.",
    }
    Frequencies {
        FREQUENCIES "frequencies" "A line `documents N`, then a stem a line and in how many of them it stands, the commonest first.",
    }
}
