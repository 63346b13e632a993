//! What the pages of a language hold besides news, and what its summaries go by.

use super::{File, Section};

sections! {
    Pages {
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
        COMMENTS_LABEL "comments label" "A line each: headings over what readers write; those with a 0 only beside a number.",
        OTHERS_LABEL "others label" "A line each: headings over lists of other articles.",
        BOILERPLATE_LINE "boilerplate line" "Rules for whole lines that belong to the page: a limit and a regular expression each.",
        CAPTION_LINE "caption line" "The same for a picture's words or credit.",
        BYLINE_LINE "byline line" "The same for who wrote it.",
        OWN_CLAIM "own claim" "Regular expressions for words by which we tell readers that quotations were checked.",
        TAIL_LINE "tail line" "The same for the head of a list of other articles, or of a note on the author.",
    }
    Summary {
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
}
