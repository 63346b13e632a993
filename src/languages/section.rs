//! The sections a language's folder may have: which file each stands in, and what for. A folder has every file, with whichever of the sections its language has words for; what lacks a section works without it.

/// A section of a language's folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Section {
    pub(super) file: File,
    pub(super) name: &'static str,
}

macro_rules! sections {
    ($($(#[doc = $about:literal])* $file:ident $path:literal { $($name:ident $label:literal $what:literal,)* })*) => {
        /// A file of a language's folder.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(super) enum File {
            $($(#[doc = $about])* $file,)*
        }
        /// Every file of a folder with its name, in the order of [`File`].
        pub(super) const FILES: &[(File, &str)] = &[$((File::$file, $path),)*];
        $($(#[doc = $what] pub const $name: Section = Section { file: File::$file, name: $label };)*)*
        #[cfg(test)]
        pub(super) const ALL: &[Section] = &[$($($name,)*)*];
    };
}

sections! {
    /// How the language is written and told from others.
    Language "language.txt" {
        PROFILE "profile" "A line each: a property and its value; see `profile.rs`.",
        LETTERS "letters" "Letters by which it is told from the others of its script.",
        FUNCTION "function" "Its commonest small words, to tell it from the others of its script: about as many in each language.",
    }
    /// Common words.
    Words "words.txt" {
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
    /// How people and bodies are named.
    People "people.txt" {
        MISTER "mister" "Titles of men.",
        MISSUS "missus" "Titles of women.",
        HONORIFIC "honorific" "Titles of either.",
        OFFICE "office" "Words of offices and callings before a name.",
        PERSON "person" "Nouns for people.",
        ORGANISATION "organisation" "Nouns for bodies and papers.",
        NO_NAME "no name" "Words that are no name although capitalised.",
        SUFFIX "suffix" "What stands behind a name: Jr, III.",
        FEMALE_NOUN "female noun" "Nouns for women.",
        MALE_NOUN "male noun" "Nouns for men.",
    }
    /// Countries and offices.
    Offices "offices.txt" {
        COUNTRY "country" "A line a country: its code, a colon, its names and what is of it, parted by semicolons; `*` for inflections.",
        OFFICE_PHRASE "office phrase" "A line an office: its code and perhaps a country's, a colon, phrases for it.",
        HOUSE_PHRASE "house phrase" "A line a country's office: the codes of both, a colon, phrases that name both by an institution.",
        OF "of" "Prepositions that part the words of an office.",
        PAST_OFFICE "past office" "Words that say that an office is past.",
        PARTY "party" "A line a party: the words for it and for its people.",
        SAME_OFFICE "same office" "A line an office: its name, a colon, its other names parted by semicolons.",
        LEADING_OFFICE "leading office" "Which of these make a country's leader.",
        LEADER "leader" "The noun for whoever holds one of them.",
        PLACE "place" "A line a country or region: its name, a colon, its capital, its people and what is of it.",
    }
    /// Verbs of saying and what stands with them.
    Speech "speech.txt" {
        COMMONEST "commonest" "The commonest verbs of saying.",
        COMMONEST_WEAK "commonest weak" "The commonest of those that may report speech.",
        STRONG "strong" "The other verbs of saying.",
        WEAK "weak" "The others that may report speech.",
        AMBIGUOUS "ambiguous" "Forms of these that are as often nouns.",
        ACCORD "accord" "Opens “according to”.",
        ACCORD_SINGLE "accord single" "Prepositions that alone mean “according to”.",
        ACCORD_FIRST "accord first" "Prepositions that mean it at the head of a sentence.",
        ACCORD_AFTER "accord after" "Words that mean it behind their noun.",
        ACCORD_NOUN "accord noun" "The noun of “in the words of”.",
        ADDRESSED "addressed" "Verbs whose object is who is spoken of next: asked X why he.",
        ASPECT "aspect" "Verbs before a participle that is the real verb: kept asking.",
        VERB_PARTICLE "verb particle" "Words that belong to the verb before them: shot back, blurted out.",
        REFLEXIVE "reflexive" "Particles of verbs of saying.",
        CLITIC "clitic" "Pronouns glued behind a verb.",
        CLITIC_ENDING "clitic ending" "The same, as endings of the verb.",
        SPEECH_NOUN "speech noun" "Nouns for something said.",
        CHANT "chant" "Words shouted together.",
        NAMING "naming" "Words before the name of a thing.",
        WORK "work" "Books, films and the like.",
        SIGN "sign" "What words are written on.",
        AFFAIR "affair" "Nouns before which a name only tells whose they are: X backers, X rally.",
        QUESTION_LABEL "question label" "Labels of questions in a transcript.",
        ANSWER_LABEL "answer label" "Labels of answers in a transcript.",
        AS "as" "As: “as X said”.",
        AND "and" "Adds one thing to another.",
        BUT "but" "Sets one thing against another.",
        CONNECTIVE "connective" "Ties a sentence to the one before, beside these two.",
        COMPLEMENTISER "complementiser" "Opens what is reported, and is as often a pronoun.",
        INFINITIVE "infinitive" "Before an infinitive.",
        ACCORD_PREPOSITION "accord preposition" "Behind the word that opens “according to”.",
        AGENT "agent" "Before whoever does what a passive verb says.",
        ABSOLUTE "absolute" "Before a subject whose verb is a participle: “with X chanting”.",
        BEFORE_DAY "before day" "Before a day: “X on Monday said”.",
        LABEL_LEAD "label lead" "Before the name in a label: “More from X:”.",
        CHANT_PREPOSITION "chant preposition" "Between a word of `chant` and what is shouted.",
        THEIR "their" "Whose, of several.",
        OBJECT_PRONOUN "object pronoun" "Pronouns that are never subjects.",
        DUMMY_SUBJECT "dummy subject" "Stands where a subject should and is none: “heißt es in X”.",
        SEVERAL "several" "Before a noun for several people.",
        BE "be" "The verb of the passive.",
        INVERTING "inverting" "Verbs behind which any subject may stand: “…” said X.",
        TELLING "telling" "Verbs behind which stands who is told.",
        HEARD "heard" "Participles of which the passive names nobody who speaks.",
        TOWARDS "towards" "Before whom something is said.",
        CITING "citing" "Relaying what somebody else said.",
        RELAYING "relaying" "Prepositions before an outlet through which words came.",
        CUE_PARTICIPLE_ENDING "cue participle ending" "Ending of a participle of a verb of saying: “saying”.",
        PAST_ENDING "past ending" "Ending of any verb's past: “X cracked”.",
        PLURAL_NOUN_ENDING "plural noun ending" "Ending of nouns for several.",
        SINGULAR_NOUN_ENDING "singular noun ending" "Ends as these do and is no plural.",
        GLUED_ARTICLE "glued article" "An article glued before its noun, with its apostrophe.",
    }
    /// Days and hours.
    Dates "dates.txt" {
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
        TYPED_DAY "typed day" "Days as one types them for a digest: a number from Monday on, or the first and the last: weekend=6-7.",
        TYPED_NONE "typed none" "Instead of a time: no digest.",
        BEFORE_ZONE "before zone" "Before the city of a time zone.",
        AFTER_ZONE "after zone" "Behind it.",
    }
    /// How pages are worded.
    Pages "pages.txt" {
        BY "by" "A line each: what stands before the name of an author.",
        BY_AT_HEAD "by at head" "A line each: the same, but only at the head of a line.",
        AUTHOR_LABEL "author label" "A line each: what a tag calls the author whom the next one names.",
        JOINER "joiner" "Words between the names of two authors.",
        BEHIND_AUTHOR "behind author" "Words behind an author's name before a place or an outlet, as written.",
        NOBODY "nobody" "A line each: what stands where an author should and is no person.",
        NOBODY_WORD "nobody word" "The same, one word of it: desks, houses and offices.",
        AUTHOR_ROLE "author role" "One word of what follows an author after a comma: what somebody is.",
        PUBLISHED "published" "A line each: what stands before the day an article was published.",
        UPDATED "updated" "A line each: what stands before the day an article was changed.",
        PICTURE "picture" "What stands before the words or the maker of a picture.",
        PLACE_WORD "place word" "Words within the name of a place that begin small.",
        PAYWALL "paywall" "A line each: wording of walls that ask for money.",
        CONSENT "consent" "A line each: wording of walls that ask for consent.",
        SCRIPT "script" "A line each: wording of pages that are nothing without scripts.",
        ERROR "error" "A line each: wording of errors in the title of a page.",
        CONSENT_TOPIC "consent topic" "Beginnings of the other words of a wall that asks for consent.",
        CONSENT_ANSWER "consent answer" "Beginnings of what the buttons of such a wall say.",
        WALL_ASKS "wall asks" "Beginnings of words for subscribing, registering and logging in.",
        WALL_CALL "wall call" "Calls to do so, as they stand at the head of a sentence.",
        WALL_READS "wall reads" "Beginnings of words for reading on and what is read.",
        WALL_HERE "wall here" "Before what stands here: this article.",
        WALL_OTHER "wall other" "Beginnings of words for what else one logs in or subscribes for.",
        ERROR_WORD "error word" "Words beside the wording of an error that change nothing.",
        COMMENTS "comments" "Beginnings of words for what readers write, in the title of a feed of it.",
        BOILERPLATE_LINE "boilerplate line" "Rules for whole lines that belong to the page: a limit and a regular expression each.",
        CAPTION_LINE "caption line" "The same for a picture's words or credit.",
        BYLINE_LINE "byline line" "The same for who wrote it.",
        TAIL_LINE "tail line" "The same for the head of a list of other articles, or of a note on the author.",
    }
    /// What makes a sentence unfit to stand alone in a summary.
    Summary "summary.txt" {
        PERSONAL "personal" "Pronouns that need a person's name before them.",
        THING "thing" "Pronouns that need a noun before them.",
        POINTING "pointing" "Words that at the head of a sentence point back.",
        GROUP "group" "Phrases that do, unless the sentence before stands too.",
        PAIR "pair" "The same, unless a noun follows.",
        FIRST_PERSON "first" "First person.",
        SECOND_PERSON "second" "Second person.",
        OPENER "opener" "Connectives that tie a sentence to the one before.",
        LEAN "lean" "Prepositions and conjunctions that open an adjunct.",
        PROMOTION "promo" "Phrases of captions, promotion and credits.",
        PLACE_PREPOSITION "place preposition" "Before a place, which is no antecedent of “he”.",
        PLURAL_ENDING "plural ending" "Ending of a plural that names no one: “Officials said he …”.",
    }
    /// What the checks of a model's sentences go by.
    Checks "checks.txt" {
        NEGATION "negation" "Words that turn a statement round; verbs of denial count too: “denied that” against “said that” is a flip.", NEGATION_ENDING "negation ending" "Endings that do.", DOUBLE_NEGATION "double negation" "A word that says no once together with the other negations of its sentence.",
        NEGATIVE_PREFIX "negative prefix" "Beginnings that turn a word round.", JOINED_PREFIX "joined prefix" "Beginnings that stand before a hyphen and belong to the word behind it.", OPPOSITES "opposites" "Pairs of which one may not stand for the other.",
        GRAVE "grave" "Words too grave to be the one new word of a sentence.", EXACT "exact" "Words of days and counts, beside those of the calendar, that must stand in the article.", NUMBERS "numbers" "Words for numbers: five=5.",
        ONE_OF "one of" "Words behind which a number counts nothing: “one of the”.", SCALES "scales" "Words for what a number before them is multiplied by.", UNITS "units" "Words for units, and their signs.",
        ALIASES "aliases" "One thing under several names.", ROLES "roles" "Words of offices, as parts of names.", INSTITUTIONS "institutions" "Words of institutions and places: with a capital in one language and none, or another word, in the next.",
        DEMONYM_ENDING "demonym ending" "Endings of words for people and things of a country.", COUNTRY_ENDING "country ending" "Endings of countries.", NO_DEMONYM "no demonym" "Beginnings of countries of which such words are not made.",
        PLACE_ADJECTIVE_ENDING "place adjective ending" "Endings of what is of a place, the longest first.", CASE_ENDING "case ending" "Endings that cases give to names, the longest first.", SURNAME_ENDING "surname ending" "Ends of surnames, by which one is known where any word has a capital.",
        KEPT "kept" "Words of chance, condition, time, cause and measure that a sentence may neither add nor leave out: a word, `=`, what it stands for.", PLAIN_SAYING "plain saying" "Verbs of saying that add nothing to what is said: each may stand for another.",
        REPORTING "reporting" "Verbs of saying for which a plain one may stand, when the same says it.", ADDRESSEE "addressee" "Those to whom something is said.", STAND_IN "stand-in" "Words for people who stand for those whose they are: “delegations of”.",
        EVIDENCE "evidence" "Figures and papers: “according to” them nothing is somebody's word.", EQUAL "equal" "A line each: forms of words, one or two words long, that say the same.", SAME_ENDING "same ending" "A line each: endings, `-` for none, by which forms of one word differ that may stand for one another.",
        SAME_PREPOSITION "same preposition" "Prepositions, each with what it stands for.", DOER "doer" "Prepositions before whoever does what is told in the passive.", PASSIVE "passive" "Auxiliaries of the passive.",
        TELLING_ARTICLE "telling article" "Articles that tell the case of their noun.", CLAUSE_OPENER "clause opener" "Words that open a clause with a subject of its own.", POSSESSIVE "possessive" "Words for what is theirs of whom was just told: its, their.",
        TIME_PREPOSITION "time preposition" "Prepositions that a time may have or lack.", OWNING "owning" "Prepositions that tie an owner to what is owned.", SPEAKING_FOR "speaking for" "Prepositions that tie whoever speaks for others to them: “a spokesman for”.",
        CAUSE "cause" "Prepositions that may stand for “because of”.", ECHO "echo" "Words that point back to what was just told: “denied the accusation”.", FREE "free" "Words without meaning of their own, beside the common ones.",
        JOINT "joint" "Words that join two clauses, either of which may stand alone.", INSTRUCTIONS "instructions" "What a page says to a machine rather than to a reader; a sentence that holds one is no part of the article.", TALK "talk" "How a model talks about its task instead of doing it.",
        OPENING "opening" "Pronouns a summary may not open with.", PERSON_WORD "person" "Those of the first and second person.", CONCEPT "concept" "Words for the concepts of `shared/concepts.txt`: a line each.",
    }
    /// How a clause is read around a quotation: see `brief/quotes/clause`.
    Clause "clause.txt" {
        ORDER "order" "Properties of its clauses, a word each: see `Grammar`.",
        CONJUGATION "conjugation" "A line each: a name, a colon, endings, each with its form: see `inflection.rs`.",
        SAY "say" "Verbs of saying: the name of a conjugation, a colon, stems; or `-` and whole forms.",
        CALL "call" "Verbs that judge, name, demand or feel, and may govern words in marks.",
        CITE "cite" "Verbs whose object is who speaks.",
        READ "read" "Verbs of a text that speaks by itself: “the letter reads”, “it says in the letter”.",
        VERB "verb" "Other common verbs.",
        HELPER "helper" "Auxiliaries.",
        FINITE_ENDING "finite ending" "Endings of verbs by which unknown words are known; `=q` of participles, `=i` of infinitives with a pronoun.",
        SUBJECT "subject" "Pronouns as subjects: each with `=m`, `=f` or `=p`.",
        OBJECT "object" "Pronouns that are no subject.",
        SELF "self" "Reflexive pronouns.",
        CASE_ARTICLE "case article" "Determiners that stand before no subject.",
        FEMALE_CASE_ARTICLE "female case article" "Those that stand before a subject only where the noun is not feminine.",
        FEMININE_ENDING "feminine ending" "Endings of feminine nouns.",
        OWNER "owner" "Possessives: each with `=m` or `=f` where they tell whose.",
        ONE "one" "Articles and pronouns of somebody not known yet.",
        THE "the" "Articles and pronouns of somebody known.",
        OF_NOUN "of noun" "Prepositions and articles that tie a noun to the noun before it.",
        BEFORE_NOUN "before noun" "Prepositions.",
        SUBORDINATE "subordinate" "Conjunctions that open a clause with a verb of its own.",
        RELATIVE "relative" "Relative pronouns.",
        COORDINATE "coordinate" "Conjunctions between equals.",
        ASIDE "aside" "Adverbs and particles.",
        WHEN "when" "Words of time that stand without a preposition.",
        NOT "not" "Denials.",
        DECLENSION "declension" "A line each: an ending of the first case, a colon, endings of one subject, a bar, of several, a bar, of other cases.",
        ROLE "role" "A line each: a class of roles, a colon, nouns with `/m` or `/f`.",
        ROLE_PHRASE "role phrase" "A line each: a class of roles, a colon, phrases parted by semicolons.",
        OPEN_SOURCE "open source" "Nouns for people whose names are not told.",
        BODY "body" "Nouns for bodies.",
        OUTLET "outlet" "Nouns for papers, agencies and stations, and some of their names.",
        OUTLET_NAME "outlet name" "Last words of the names of papers and stations, where they have capitals.",
        DOCUMENT "document" "Nouns for texts that speak.",
        UTTERANCE "utterance" "Nouns for something said.",
        TITLED "titled" "Nouns that a title in marks stands behind: works, places, events, operations.",
        SO_CALLED "so called" "Words before words in marks that are only a name.",
        ACCORDING "according" "A line each: a phrase before whoever says so.",
        ACCORDING_BEHIND "according behind" "Words behind whoever says so.",
        ACCORDING_RELATIVE "according relative" "A line each: a phrase that refers to whoever stands before it: in whose opinion.",
        THUS "thus" "Words between a quotation and whoever said it.",
        THIS_SAID "this said" "A line each: how a sentence begins that tells who said the words before it.",
        LABELLED "labelled" "A line each: a label before words of whoever speaks.",
        QUOTED_BY "quoted by" "Words between a quotation and its verb, in languages whose verb ends the sentence.",
        CASE_SUFFIX "case suffix" "Endings of names behind an apostrophe that make them no subject.",
        OBLIQUE_ENDING "oblique ending" "Endings of names and adjectives that are no subject.",
        NAME_CASE "name case" "A line each: `m` or `f`, an ending of a name in another case, its ending in the first.",
        PLACE_NAME "place name" "Countries and capitals, beside those of `offices.txt`.",
        ASKS "asks" "Labels of who asks, beside those of `speech.txt`.",
    }
    /// How common words are.
    Frequencies "frequencies.txt" {
        FREQUENCIES "frequencies" "A line `documents N`, then a stem a line and in how many of them it stands, the commonest first.",
    }
}
