//! The sections that languages without capitals have, and hardly any other: which file each stands in, and what for.
//!
//! They stand in the same files as those of [`section`](super) and are read in the same way.

use super::{File, Section};

sections! {
    Words {
        POSTPOSITION "postposition" "Words behind a phrase that is no subject.",
        TOPIC "topic" "Particles behind what a sentence is about.",
        SUBJECT_PARTICLE "subject particle" "Particles behind a subject.",
        OBJECT_PARTICLE "object particle" "Particles behind an object.",
        CLEFT "cleft" "What makes a verb the topic of a sentence that tells who does it.",
        PRESENCE "presence" "Nouns by which a sentence tells that somebody is there.",
        QUOTE_PARTICLE "quote particle" "Particles behind what is quoted.",
        QUOTING_VERB "quoting verb" "Particles behind what is quoted with the verb that makes it somebody's view.",
        ANNOUNCING "announcing" "Adverbs for what is said next or was said just now.",
        VERB_MARK "verb mark" "Letters by which a run of letters is known to hold a verb.",
        OTHER_VERB "other verb" "Verbs, beside those of saying, that end a subject before them.",
        COMPOUND "compound" "Words that hold a small word and are none, where no spaces part them.",
        GLUED "glued" "Conjunctions and signs of time glued before a word.",
        GLUED_PREPOSITION "glued preposition" "Prepositions glued before a word.",
        LED_ARTICLE "led article" "Prepositions and the article glued before a word as one.",
        OWNER "owner" "Pronouns glued behind a noun, that tell whose it is; `pronoun=ending` where the noun alone ends otherwise.",
        EZAFE_ENDING "ezafe ending" "Ends of a noun that a complement or adjective follows: `ending=end of the noun alone`.",
        OBJECT_ENDING "object ending" "Pronouns glued behind a verb, that tell its object: `ending=end of the verb without it`.",
        OBJECT_PLURAL "object plural" "How a noun with the article ends that is several and an object.",
        TIED_OBJECT "tied object" "The same before what belongs to it.",
        NUMERAL "numeral" "Numbers in words.",
        HER_ENDING "her ending" "Ends of a woman's verb or participle, each with what a man's ends with: `hers=his`.",
        HER_NOUN_ENDING "her noun ending" "The same for nouns.",
        HER_PLURAL_ENDING "her plural ending" "Ends of nouns for several that a verb of women's form goes with.",
        HER_BEGINNING "her beginning" "The same for what verbs begin with.",
        NO_NAME_ENDING "no name ending" "How several things, or one of them, end and names do not.",
        NO_NAME_BEGINNING "no name beginning" "What verbs begin with and names do not.",
        NO_NAME_SHAPE "no name shape" "Shapes of verbal nouns and of several things; `.` is any letter, `*` at the head any letters.",
        INITIAL "initial" "Letters with which words begin, and which rarely stand within.",
        FUTURE_BEGINNING "future beginning" "What verbs begin with that tell what is to come: `beginning=that of what is going on`.",
        DIGIT_LETTER "digit letter" "Letters that numbers are written with.",
        ORDINAL "ordinal" "The letter before the number of an ordinal.",
        COUNT_UNIT "count unit" "Letters behind a number that count things.",
        TIME_UNIT "time unit" "The same that make it a time.",
        DAY_NOUN "day noun" "Nouns for days and parts of them that tell when, where no spaces part words.",
        NOUN_ENDING "noun ending" "Letters that nouns end with and names of people do not.",
    }
    Frequencies {
        VOCABULARY "vocabulary" "Common words of two letters, by which the end of a name is told where no spaces part words.",
        COMMON_VERB "common verb" "Those of them that are verbs, and common verbs of one letter.",
    }
    People {
        ANONYMOUS "anonymous" "Nouns for people left unnamed.",
        CROWD "crowd" "Nouns for many people, whose names for things are nobody's words.",
        AGENCY "agency" "Agencies and outlets, which relay what others say, and nouns for them.",
        PAPER "paper" "Documents that speak for their author.",
        SURNAME "surname" "Surnames, where no capital tells a name.",
        NEIGHBOUR_SURNAME "neighbour surname" "Surnames of a neighbouring people in the letters of the language, behind which first names are longer.",
        NAME_LETTERS "name letters" "Letters in which foreign names are written.",
        AROUND "around" "Nouns behind a name for others than its bearer: a couple, a family, a team, whoever speaks for one.",
        CALLING_ENDING "calling ending" "Ends of nouns for what somebody does, by which those no table knows are told before a name or a verb of saying.",
        NAME_PREFIX "name prefix" "Letters before a surname that make a familiar name of it.",
        NAME_PARTICLE "name particle" "Small words within names.",
        FAMILY_ENDING "family ending" "Ends of words for where somebody is from, which families are named by.",
        TENURE "tenure" "Words behind an office for how or when it is held.",
        GIVEN_NAME "given name" "First names, where no capital tells a name.",
        HER_NAME "her name" "First names of women, where no capital tells a name.",
        HIS_NAME "his name" "First names of men, where no capital tells a name.",
        RELATION "relation" "Nouns for what somebody is to whoever is named right behind them.",
        COUNTERPART "counterpart" "Nouns for whoever has the same office elsewhere.",
        PLACE_NAME "place name" "First names that are places, too: somebody's only before a family's.",
        CALLING "calling" "A line a kind of calling: a name for it, a colon, its words; whoever has one of another kind only is not meant by them.",
        ANYONE "anyone" "Nouns any person may be meant by.",
        HER_LETTERS "her letters" "Letters of the first names of women.",
        HIS_LETTERS "his letters" "Letters of the first names of men.",
    }
    Offices {
        COUNTRY_WORD "country word" "The same as `country`, where no capital tells a name: words as they stand.",
        OFFICE_WORD "office word" "A line an office, where no capital tells a name: a name for it, a colon, its words parted by semicolons.",
    }
    Speech {
        RELAY "relay" "Verbs by which one relays another's words.",
        NEEDS_OBJECT "needs object" "Verbs that always have somebody for their object.",
        RELAY_END "relay end" "What stands behind one whose words are relayed.",
        RELAY_OF "relay of" "What stands before one whose words are relayed.",
        ADDED "added" "Verbs of saying by which whoever spoke goes on.",
        PASSIVE "passive" "Marks the one who does it in a passive.",
        PASSIVE_ENDING "passive ending" "Beginnings of what a passive verb ends with.",
        CUE_PARTICIPLE "cue participle" "Participles of saying, whose subject is that of their sentence.",
        INSTRUMENT "instrument" "What stands before the words by which something is done.",
        SWITCHING "switching" "Endings of a clause behind which another than its subject is meant.",
        NOMINALIZER "nominalizer" "What makes a clause before it a noun.",
        ACCUSED_SAYS "accused says" "Phrases by which a report tells that whoever is accused speaks.",
        UNSAID_BEFORE "unsaid before" "A line of phrases each, parted by semicolons: they stand before words that were not said; `…` for what may stand within.",
        UNSAID_BEHIND "unsaid behind" "The same behind such words.",
        WORK_BEHIND "work behind" "Nouns for things behind a name in marks.",
    }
    Pages {
        DATELINE "dateline" "A line each: a regular expression for what opens the first paragraph, where no capital tells a place: place, day and agency.",
    }
}
