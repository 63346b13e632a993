# The interface in English. __bold__ and `code` are styles. Keep the keys of all languages the same.

language-name = English
on = on
off = off

## Dates

month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
month-name-1 = January
month-name-2 = February
month-name-3 = March
month-name-4 = April
month-name-5 = May
month-name-6 = June
month-name-7 = July
month-name-8 = August
month-name-9 = September
month-name-10 = October
month-name-11 = November
month-name-12 = December
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
day-month = { $day } { $month }
day-year = { $day } { $year }
date-time = { $day }, { $time }
weekday-date = { $weekday } { $date }
every-day = daily
list-and = { $first } and { $last }
weekday-time = { $weekday } { $time }

## Counts

count-stories = { $count ->
    [one] { $count } story
   *[other] { $count } stories
}
count-articles-from = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
count-feeds = { $count ->
    [one] { $count } feed
   *[other] { $count } feeds
}
count-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
count-failing = { $count } failing
count-quotes = { $count ->
    [one] { $count } quote
   *[other] { $count } quotes
}
a-day = { $count ->
    [one] { $count } item a day
   *[other] { $count } items a day
}
newest = newest { $when }

## The card

in-marks = “{ $words }”
card-also = also { $names }
no-headline = (no headline)
updated = updated { $time }
unnamed-source = unnamed source
speaker-unknown = speaker not recognised
partial = Partial
speaker-on-other = { $speaker } on what { $other } said
in-the-text = (in the text: “{ $words }”)
evidence-all = { $shown ->
    [one] { $shown } quote shown
   *[other] { $shown } quotes shown
}
evidence-none-shown = { $found ->
    [one] { $found } quote, not shown here
   *[other] { $found } quotes, not shown here
}
evidence-some = { $shown ->
    [one] { $shown } quote shown of { $found }
   *[other] { $shown } quotes shown of { $found }
}
evidence-match = { $count ->
    [one] it matches the article word for word
   *[other] all match the article word for word
}
evidence-match-data = { $count ->
    [one] it matches the data of the page word for word
   *[other] all match the data of the page word for word
}
evidence-unmatched = { $count ->
    [one] { $count } left out: it is not in the article word for word
   *[other] { $count } left out: they are not in the article word for word
}
evidence-in-quotes = no summary: the quotes say it
evidence-extractive = summary: sentences from the article
evidence-model = summary: written by { $model }, checked against the article
evidence-translated = summary: sentences from the article, translated by { $model } and checked against them
quote-translation = Translation by { $model }: { $words }
machine-translation = Machine translation, offline ({ $model }): { $words }
machine-translation-none = No safe translation
evidence-feed = summary: only the feed’s own description was available
evidence-feed-paywall = behind a paywall; summary: the feed’s own description
evidence-none = no summary: too little text
evidence-text-from-feed = text: the feed’s, not the page’s
evidence-unshown = text: from the data of the page, could not be seen on it
evidence-in-part = not read to the end: it takes too long
evidence-paywall = the page shows only its beginning
read = read
read-it = Read the article
read-at = Read at { $link }
links-to = The feed links to { $link }
button-all-quotes = All quotes
button-other-sources = Other sources { $count }
button-cite = Cite
button-mute = Mute feed

## Ownership

ownership-state-controlled = state-controlled
ownership-state-linked = state-linked
ownership-think-tank = think tank
ownership-state-funded = state-funded
ownership-public-broadcaster = public broadcaster
ownership-privately-owned = privately owned
ownership-government = government
ownership-party-owned = party-owned
ownership-non-profit = non-profit
ownership-cooperative = cooperative
ownership-intergovernmental = intergovernmental

## The digest

digest-title = Foreign policy digest
digest-since = since { $since }
digest-facts = { $stories } from { $articles }, { $feeds }
digest-nothing-new = Nothing new.
digest-held = { $count ->
    [one] { $count } article was held back in quiet hours and is included here.
   *[other] { $count } articles were held back in quiet hours and are included here.
}
digest-late = Sent late: I was away at its time.
digest-model-spent = Today’s allowance for the language model is used up: summaries are sentences from the articles.
digest-by-model = Summaries by { $model }, checked against the articles.
digest-state-only = Only one state-controlled outlet reports this.
digest-further = Also: { $headlines }
digest-more = { $count ->
    [one] __One more headline__
   *[other] __{ $count } more headlines__
}
feeds-failing = Not answering: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}; /feeds says why.
digest-no-connection = { $count ->
    [one] Your feed does not answer: it looks as if I have no connection to the internet.
   *[other] None of your { $count } feeds answers: it looks as if I have no connection to the internet.
} I keep trying.
button-last-digest = The last digest
button-review = Press review
button-full-digest = Full digest
button-page = Page { $page } of { $pages }
button-page-before = ‹ Back
button-page-after = Next ›


## Lists

list-head = __{ $feed }__ · { $count } new
said-others = and { $count ->
    [one] one more article
   *[other] { $count } more articles
}
quotes-head = __{ $who }__ · { $count ->
    [one] { $count } quote
   *[other] { $count } quotes
}
quotes-head-more = __{ $who }__ · the newest { $count } quotes; there are more
pasted-headline = Your text
pasted-quotes-head = __Your text__ · { $count ->
    [one] { $count } quote
   *[other] { $count } quotes
}
article-quotes-head = { $headline } · { $count ->
    [one] { $count } quote
   *[other] { $count } quotes
}
search-head = “{ $words }” · { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
search-head-more = “{ $words }” · more than { $count } articles

## Feeds

feeds-none = No feeds yet. Send /sub with a site or feed address, such as `/sub tass.com`, or take a starter set.
feeds-hint = Press a feed to change it.
mode-digest = digest
mode-instant = at once
mode-both = at once and digest
feed-mode = Sent: { $mode } (as in /settings)
feed-mode-own = Sent: { $mode }
feed-topic = Topic: { $topic }
topic-general = General
topic-number = topic no. { $number }
feed-private = private: its articles are shown only in chats that follow it
feed-paused = Paused.
feed-paused-short = paused
feed-filter = Only articles with: { $words }
feed-filter-how = Only articles with certain words: `/feeds { $number } filter grain wheat`
feed-unread = Its newest article cannot be read: { $reason }
feed-unread-short = newest article cannot be read
feed-newest = Newest: { $headline } ({ $when })
feed-kept = { $count ->
    [one] { $count } article kept
   *[other] { $count } articles kept
}
feed-failing = __{ $feed }__ has not answered well for a day: { $reason }. I’ll keep trying; you can also send me an article’s text.
feed-gone = __{ $feed }__ is gone for good: { $reason }. I have stopped asking it.
feed-failing-in = It is followed in “{ $chat }”.
failing-next = { $reason }. Next try { $when }.
candidates = { $site } has { $count ->
    [one] { $count } feed
   *[other] { $count } feeds
}. Which one?
sample-head = Following __{ $feed }__. New articles come { $mode }; this is how a card looks:
told-digest = in your digest
told-instant = at once
told-both = at once and again in your digest
button-digest-only = Digest only
button-at-once = At once
button-both = Both
button-as-chat = As in /settings
button-pause = Pause
button-resume = Resume
button-last-five = Show last 5
button-undo = Undo
button-remove = Remove
button-try-now = Try now
button-look = Look for a new address
button-here = Move to this topic
button-back-to-feeds = ‹ Feeds

## Settings

settings-title = Settings
settings-paused = Everything is paused. /start resumes it.
settings-hint = It is { $time } for you now. Press a row, or write it: `/settings digest 08:00 18:30`
setting-digest = Digest
setting-digest-how = Up to four times a day: `/settings digest 08:00 18:30`, on some days `/settings digest mon-fri 08:00`, or `off`.
setting-zone = Time zone
setting-zone-how = A city, a zone or an offset: `/settings zone Moscow`, `/settings zone Europe/Moscow`, `/settings zone +3`
setting-mode = New articles
setting-mode-how = How articles come: in the digest, at once, or both. It holds for all feeds but those you chose otherwise for in /feeds.
mode-kept = { $count ->
    [one] { $count } feed keeps the choice made for it; /feeds changes that.
   *[other] { $count } feeds keep the choices made for them; /feeds changes that.
}
setting-quotes = Quotes a card
setting-quotes-how = Most quotes on one card, 0 to 10: `/settings quotes 3`
setting-quiet = Quiet hours
setting-quiet-how = Nothing comes at once in these hours; it waits for the digest: `/settings quiet 23:00-07:00`, or `off`.
setting-language = Language
setting-language-how = The language of buttons and texts. Articles and quotes stay in their own.
setting-summary = Summaries
setting-summary-how = Sentences from the article, or written by a language model and checked against it, where the operator has set one.
setting-empty = Empty digests
setting-empty-how = Whether a digest comes when there is nothing new.
setting-read = I read
setting-read-how = Under quotes in other languages stands a machine translation into the first of these the operator has a model for, marked as such: `/settings read en,ru`, or `off`.
summary-extractive = from the article
summary-llm = by a model
button-back-to-settings = ‹ Settings
button-right = That’s right
button-other-zone = Another zone
zone-confirm = Time zone: __{ $zone }__. It is { $time } for you now — right?

## Start, help, privacy

start = I am a press attaché. I read the foreign-policy news you choose and tell you, briefly, what happened and who said what, word for word.

    Try it: send me a link to any article.

    { $digest } /help shows the rest.
start-in-group = I am a press attaché. I read the foreign-policy news this group chooses and tell you, briefly, what happened and who said what, word for word.

    __Everyone__ may ask: write @{ $bot } and a link or a name, or reply with it to a message; or /summary, /quotes, /search, /digest. __Administrators__ choose the feeds with /sub and the times with /settings.

    { $digest } /help shows the rest.
start-in-forum = Each topic has its own feeds and times: send /sub in the topic it is for.
start-digest-here = Digest here: { $digest }.
start-digest = Your digest: { $digest }. /settings changes that.
start-no-digest = No digest is set here yet: the first /sub brings one, /settings changes it.
button-starter-sets = Follow a starter set
button-add-feed = Add a feed
button-digest-time = Set digest time
help = __What I do__
    /sub site or feed · follow it
    /feeds what you follow, /unsub to stop
    /summary link or topic · a summary, and who said what
    /digest the news since your last digest
    /quotes person · what they said
    /search words · in everything I keep
    /record person · what they said over time, and what changed
    /trend person or topic · how often, as a chart
    /review · the press review as a document
    /follow person or topic · be told at once
    /mute words or person · hear nothing of it; Save under a card, /saved lists them
    /settings times, zone, language
    /privacy what is stored; take it or delete it

    A link on its own works too.
help-in-group = __What I do here__
    @{ $bot } and a link or a name · what it says, who said what; also as a reply to a message
    /summary link or topic · the same by command
    /quotes person · what they said
    /search words · in everything I keep
    /trend person or topic · how often, as a chart
    /digest the news since the last digest
    /feeds what this group follows

    __Administrators__
    /sub site or feed · follow it here, /unsub to stop
    /settings times, zone, language
    /follow person or topic · be told at once, /mute hear nothing of it
    /stop pause everything
    /privacy what is stored; take it or delete it
help-operator-title = For the operator
help-operator = __For whoever runs this bot__
    /status health, queue, failing feeds
    /chats who uses it, /limits what each may
    /allow number · lets a person or a group in
    /reports quotes that readers say are wrong, and putting them right
    /people name · whose spellings names are
    /announce words · to all chats
    /backup copies the database
    On its machine: `attache doctor` says what is wrong.
help-feeds-title = Feeds
help-feeds = __Feeds__
    `/sub tass.com` looks for the site’s feed; an exact feed address works as well, and so does the name of a starter set (/sub alone lists them).
    /feeds lists what you follow, failing ones first. Press one: pause, at once or digest, remove. `/feeds 3 filter grain wheat` takes only articles with one of these words; `/feeds 3 here` moves a feed to this topic.
    `/unsub 3` or `/unsub tass.com` removes one; you can undo it for a minute.
    /import and /export take and give OPML. You can also drop an OPML file here.
help-digest-title = Digest
help-digest = __Digest__
    It comes once a day unless you say otherwise: `/settings digest 08:00 18:30`, `/settings digest off`.
    Its stories are grouped: one event, all its sources. More owners, higher place.
    /digest gives it now, since the last one. `/digest 2026-02-14` shows an old one.
    Quiet hours hold what would come at once: `/settings quiet 23:00-07:00`
help-quotes-title = Quotes
help-quotes = __Quotes__
    `/quotes Lavrov` shows what he said in whatever spelling, whole quotes first, then the newest; buttons jump by month.
    `/quotes Lavrov security since:2026-02-01 in:TASS` narrows it; `-word` leaves out, `"two words"` must stand so.
    `/follow Lavrov` tells you when he is quoted. /unfollow lists what you follow.
    Every quote stands in its article word for word. If I cannot tell who said it, I say so.
help-cards-title = Cards
help-cards = __Cards__
    The line under the headline says who owns the outlet, where I know it.
    “Partial” is a fragment the article quotes inside its own sentence.
    The last line says how many quotes match the article, and whether the summary is the article’s own sentences or a model’s.
    __Cite__ gives the quotes with their source in one piece, to copy; __Picture__ a quote as an image. __Save__ keeps it for /saved. __Wrong?__ tells the operator of a wrong quote. __Mute feed__ moves that feed to the digest.
help-groups-title = Groups and channels
help-groups = __Groups and channels__
    Add me to a group. Its administrators choose feeds and settings; everyone may ask for /summary, /quotes, /digest and /search, or mention me with a link or a name, also as a reply to a message.
    In a forum each topic has its own feeds and times: send /sub and `/settings digest 18:00` in the topic. `/feeds 3 here` moves a feed to the topic you write it in.
    A channel is run from your private chat with me: /channel there.
help-privacy-title = Privacy
help-privacy = __Privacy__
    I keep the chat’s number, its feeds and settings, and the digests I made. I keep no messages, but for the links and words you ask me about, for as long as it takes to answer.
    /privacy shows it, gives it to you as a file, or deletes it at once.
button-back-to-help = ‹ Help
privacy = __What is stored about this chat__
    { $stored }.

    Your messages are kept only until they are answered. Articles and quotes are public news and belong to nobody’s chat.
button-export-all = Export my data
button-delete-all = Delete everything
bare-link = { $link }: what shall I do with it?
links-head = { $count ->
    [one] { $count } link
   *[other] { $count } links
}: what shall I do with them?
links-left = I took { $taken } of { $count } links. These are left:
links-unlisted = { $count ->
    [one] { $count } more link finds no room here; send it in another message.
   *[other] { $count } more links find no room here; send them in another message.
}
button-summarise-all = Summarise all
button-summarise = Summarise
button-follow-site = Follow this site

thread-gone = The topic “{ $topic }” in “{ $chat }” is gone or closed. What came to it{ $count ->
    [0] {""}
    [one] {" "}({ $count } feed)
   *[other] {" "}({ $count } feeds)
} now comes outside of it; `/feeds 3 here` in a topic moves a feed there.
## Answers

unknown-near = I don’t know { $typed }. Did you mean { $near }? /help lists everything.
rest-unused = “{ $words }” did nothing: { $command } stands alone.
unknown = I don’t know { $typed }. /help lists what I can do.
admins-only = Only administrators of this group may do that.
operators-only = Only an operator of this bot may do that.
operators-only-private = Only an operator of this bot may do that. If you run it: your number is `{ $id }`, for ATTACHE_OPERATOR_CHATS.
invite-only = This bot is by invitation. Give its operator your number: `{ $id }`
invite-only-group = This bot is by invitation. Give its operator the number of this group: `{ $id }`
too-many-requests = That was { $allowed } requests in an hour; I’ll answer again in the next one.
trouble = Something went wrong on my side. It is noted; please try again in a while.
button-over = This button has expired. Please ask again.
buttons-out-of-date = The buttons of this message are out of date, so nothing was changed. Choose the chat with /channel, then give the command again.
offer-over = This choice has expired. Please send the address again.
not-a-command-search = Send me a link and I’ll tell you what the article says and who said what. To look in what I keep: `/search { $words }`. /help lists the rest.
not-a-command = Send me a link and I’ll tell you what the article says and who said what. /help lists the rest.
article-gone = That article is not stored any more.
speaker-gone = I have no quotes by that person any more.
started-again = I’m back: news comes again. /digest tells what came meanwhile.
stopped = Paused: nothing will come by itself. /start resumes it.

sub-how = Send /sub and a site or feed address, such as `/sub tass.com`. A starter set is a quick way to begin:
sub-rest = I follow addresses, one after the other; “{ $words }” is none. For the first alone: `/sub { $site }`
sub-too-many = That is a lot at once: at most { $most } addresses a message, or drop an OPML file here.
sub-several-outlets = Several outlets fit “{ $words }”: { $names }
summary-of-a-source = { $link } is a site’s page or a feed, not an article. You can follow it:
feeds-rest = I can’t do “{ $words }” there. Without it: `{ $done }`
feeds-not-named = { $count ->
    [0] You follow no feed like “{ $words }”.
   *[other] { $count } feeds fit “{ $words }”.
} /feeds lists all with their numbers.
export-how = I can’t export “{ $words }”. There are `/export` (feeds) and `/export quotes`.
stopped-no-time = Paused: nothing will come by itself until you send /start. I can’t set a time for that (“{ $words }”).
next-digests = Next: { $times }
group-how = Mention me with a link, or answer a message that has one. /help lists the rest.
allow-how = Write `/allow ID` to let somebody in, `/allow off ID` to take it back; /allow alone lists who was let in.
sub-failed = I can’t follow that: { $reason }.
sub-none = I found no feed on { $site }. If you know its address, send it: `/sub https://{ $site }/feed.xml`
sub-full = A chat can follow at most { $most } feeds. /unsub removes one.
sub-added = Following __{ $feed }__. A first card comes in a moment; new articles come { $mode }.
sub-added-empty = Following __{ $feed }__. It has no articles yet; they come { $mode }, the first one as a card to show how it looks.
sub-added-unread = Following __{ $feed }__. Its newest article cannot be read: { $reason }. New ones come { $mode }.
sub-added-quietly = Following __{ $feed }__. New articles come { $mode }.
sub-already = You follow __{ $feed }__ already.
set-added = __{ $set }__: { $added ->
    [one] { $added } feed added
   *[other] { $added } feeds added
}{ $known ->
    [0] {""}
   *[other] , { $known } already followed
}. Their news comes { $mode }; /digest shows it now.
button-feed-card = Open
unsub-none = You follow nothing like “{ $words }”. /feeds lists what you follow.
unsub-several = Several feeds fit “{ $words }”. Which one shall go?
unsub-done = Removed __{ $feed }__.
feed-not-here = That feed is not followed here any more.
feed-no-articles = { $feed }: no article stored yet.
toast-done = Done
toast-moved = Its articles come to this topic from now on
toast-back = It is back
toast-too-late = Too late to undo; /sub adds it again
toast-trying = Trying now; /feeds shows how it went
toast-wait = Its server asked to be left alone until { $time }
toast-mode = From now on: { $mode }

summary-how = Send /summary and a link or a topic, or answer a message with it. The newest stories:
summary-failed = I can’t summarise that: { $reason }.
summary-too-short = That is too short to summarise. Send a link, or the article’s text.
summary-budget = That was a lot of new links for one hour; I’ll open more in a while. Articles I have already read are free.
read-no-model = No translation model is placed here, so quotes stay in their own languages. Whoever runs the bot places one: `attache models`
summary-no-model = No language model is set up here; summaries are sentences from the article.
topic-head = __{ $words }__ · { $count ->
    [one] { $count } article
   *[other] { $count } articles
} { $period }
topic-head-more = __{ $words }__ · more than { $count } articles { $period }
topic-hours = of the last 48 hours
topic-since = since { $since }
topic-agreed = __Reported by several__
topic-single = __Each from one source__
topic-said = __Who said what__
topic-sources = __Sources__
topic-one-owner = All of these belong to one owner.
topic-by-extract = Sentences from the articles; the numbers say which.
topic-by-model = Written by { $model }; each sentence is checked against the articles whose numbers it carries.
topic-none = I have no article about “{ $words }”. /sub follows more sources.
topic-older = Nothing about “{ $words }” in the last 48 hours; before that { $count ->
    [one] { $count } article
   *[other] { $count } articles
}: `/search { $words }`
emptied-by-in = Nothing on “{ $what }” from “{ $source }”. Without in: there would be { $found }.
emptied-by-since = Nothing on “{ $what }” since { $since }. Without since: there would be { $found }.
emptied-by-without = Everything on “{ $what }” also has “{ $without }”: { $found } left out.
emptied-by-phrase = Nothing has “{ $what }” just so. Without the quotation marks there would be { $found }.

digest-bad-date = “{ $words }” is not a date. Write `/digest 2026-02-14`, or /digest alone for now.
digest-none-on = No digest was made on { $date }.
digest-gone = That digest is not stored any more.
digest-no-feeds = You follow no feeds yet, so there is nothing to tell. /sub follows one.
digest-other-topics = No feed comes to this topic. Those of the group go to: { $topics }. Ask /digest there, or /sub here.
digest-preview = Only you see this; what the channel gets stays as it is.
digest-nothing-since = Nothing new since { $since }.

quotes-how = Send /quotes and a name: `/quotes Lavrov`, `/quotes Lavrov security since:2026-02-01 in:TASS`
quotes-none = I have no quotes by “{ $words }”.
quotes-none-near = I have no quotes by “{ $words }”. Did you mean:
quotes-which = Several people may be meant. Which one?
quotes-no-such-words = { $who } has no quote with “{ $words }”. All there is:
quotes-months = __{ $who }__: which month?
count-quotes-more = more than { $count } quotes
kept-since = I have been reading since { $since }.
button-months = By month
button-all-of-them = ‹ All of them
month-of-year = { $month } { $year }
button-also-written = Also written: { $who }
button-follow-person = Follow { $person }
search-how = Send /search and words in any form: `/search grain corridor`. Narrow it: `"grain corridor" -drought since:2026-02-01 in:TASS`
search-none = Nothing about “{ $words }” in what I keep. I have been reading since { $since }.
search-nothing-stored = I keep no articles yet. /sub follows a feed.
search-bad-date = “{ $words }” is not a date. Write since:2026-02-14, since:2026-02, since:monday or since:7d

follow-how = Send /follow and a person or a topic: `/follow Lavrov`, `/follow grain corridor`
follow-too-short = “{ $words }” is too short: it stands in every article. Write a name or a word.
follow-person = I’ll tell you when { $words } is quoted.
follow-topic = I’ll tell you when “{ $words }” appears in an article.
follow-already = You follow { $words } already.
follow-full = A chat can follow at most { $most } people and topics. /unfollow ends one.
follow-none = You follow no people or topics yet. To begin: `/follow Lavrov`
follow-not = You don’t follow “{ $words }”. What you follow:
follow-list = What you follow; press one to end it:
follow-ended = No longer following { $words }.
follow-told = You follow { $words }:
button-unfollow = Unfollow: { $words }

setting-done-topic = { $setting } in “{ $topic }”: __{ $value }__
setting-whole-group = It holds for the whole group, in every topic.
settings-topic = Digest and press review are those of “{ $topic }”; the rest holds for the whole group.
setting-done = { $setting }: __{ $value }__
setting-unknown = There is no setting “{ $words }”. There are: { $names }
setting-bad = I can’t use “{ $value }” there. { $how }
    What works: { $works }
misread-time = “{ $words }” is not a time of day. Write 08:00, 8, 8am or 18.30
misread-many = { $count } times are too many; a chat gets at most four digests a day.
misread-none = No time given. Write 08:00, or 08:00 18:30, or off
misread-zone = I don’t know the time zone “{ $words }”. Write a city (Moscow), a zone (Europe/Moscow) or an offset (+3)
misread-zone-near = I don’t know the time zone “{ $words }”. Did you mean { $near }? `/settings zone { $near }`
misread-offset = No time zone keeps { $words } all year. Write a city instead.
misread-quiet = “{ $words }” are not quiet hours. Write 23:00-07:00, or off

count-follows = { $count ->
    [one] { $count } person or topic
   *[other] { $count } people and topics
}
count-digests = { $count ->
    [one] { $count } digest
   *[other] { $count } digests
}
count-messages = { $count ->
    [one] { $count } message to you
   *[other] { $count } messages to you
}
privacy-settings = the settings
privacy-file = All that is stored about this chat.
privacy-deleted = Everything about this chat is deleted. /start begins again.
file-kind = I can’t read { $kind } files. Copy the text out of it and paste it here, or send the link of its page. I read .txt and .docx, and lists of feeds (.opml).
file-no-kind = I can’t read this file. Copy the text out of it and paste it here, or send the link of its page. I read .txt and .docx, and lists of feeds (.opml).
file-damaged = There is no text in that file that I could read: it may be damaged, or locked by a password. Paste its text here.
file-large = That file is too large for me. Paste the part that matters here.
import-how = Drop an OPML file here, or send /import and the address of one.
import-failed = I can’t read that list: { $reason }.
import-large = That file is too large to be a list of feeds.
import-unread = I could not get that file. Please send it again.
import-not-opml = That is not an OPML list of feeds.
import-done = Added { $added }, already followed { $known }, failed { $failed }.
export-covered = What is secret in an address stands here as •••, since everybody in this chat can open the file.
export-none = There is nothing to export yet. /sub follows a feed.

status = __Status__
    Chats: { $active } active, { $paused } paused, { $blocked } unreachable
    Feeds: { $feeds }, failing: { $failing }
    Articles stored: { $articles }; waiting to be read: { $entries }
    Outbox: { $waiting } waiting{ $waiting ->
        [0] {""}
       *[other] , the oldest for { $lag } s
    }; given up: { $dead }
status-no-model = Model: none; summaries are sentences from the articles
status-translation = Translation, in memory: { $models }
status-model = Model: { $model }, { $tokens } of { $most } tokens used today
    Its summaries today: { $summaries }
    Its sentences not shown, by rule: { $sentences }
chat-paused = paused
chat-blocked = unreachable
announce-head = From whoever runs this bot:
allowed = `{ $id }` may use the bot.
refused = `{ $id }` may no longer use the bot.
allow-nobody = Nobody but operators may use the bot yet. `/allow 123` lets a person or a group in.
allow-everybody = Everybody may use the bot; ATTACHE_ACCESS_MODE=invite changes that. Nobody was let in by name.
allow-list = Let in: { $ids }. `/allow 123` lets in, `/allow off 123` takes it back.
limits = Feeds a chat: { $feeds } · requests an hour: { $requests } · new links an hour: { $person } a person, { $group } a group
backup-done = A copy of the database is written.
backup-there = Today’s copy is there already.
announce-how = Send /announce and the words for all chats.
announced = On its way to { $count ->
    [one] { $count } chat
   *[other] { $count } chats
}.

## The press review

review-title = Press review
review-title-about = Press review: { $about }
review-file = press-review
review-how = Every sentence is an article’s own, if need be shortened; every quotation is word for word. Nothing here was written by a language model. Numbers in brackets lead to the sources.
review-how-translated = Lines in italics that say so are translations made offline by a small model of the host; the words above them count.
review-empty = No article came in this period.
review-failing = { $count } failing
review-silent = { $count } silent
review-told = { $count ->
    [one] { $count } of them told below
   *[other] { $count } of them told below
}
review-findings = Findings
review-themes = Themes
review-also = Also reported
review-by-country = By country
review-voices = Voices
review-not-covered = Not covered
review-sources = Sources
review-new-since = Known since before; new since { $time }:
review-first = first: { $outlet }, { $time }
review-known = nothing new
review-relays = (relaying { $name })
review-cut = shorter:
review-otherwise = in other words:
review-in-language = as told in { $language }:
review-only-state = Only state-controlled outlets report:
review-only-state-all = Only state-controlled outlets report this.
review-only-country = Only outlets of one country report ({ $country }):
review-only-country-all = Only outlets of one country report this: { $country }.
review-no-country = Country not known
review-same-text = same text as
review-holes = Not covered: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
review-failing-feeds = Feeds that fail: { $names }
review-silent-feeds = Feeds without an article in this period: { $names }
review-walled = { $count ->
    [one] { $count } article behind a wall: only its beginning was read
   *[other] { $count } articles behind a wall: only their beginnings were read
}
review-copies = { $count ->
    [one] { $count } article repeats another’s text and is only counted
   *[other] { $count } articles repeat another’s text and are only counted
}
review-nothing-new = { $count ->
    [one] { $count } story went on without anything new
   *[other] { $count } stories went on without anything new
}
review-over = { $count ->
    [one] { $count } further article was left out: there were too many
   *[other] { $count } further articles were left out: there were too many
}
review-unread = Languages read here only in part, so that quotes may be missing: { $languages }
review-all-covered = Every feed answered and had news.
count-owners = { $count ->
    [one] { $count } owner
   *[other] { $count } owners
}
count-countries = { $count ->
    [one] { $count } country
   *[other] { $count } countries
}
record-how-to = What a person said about a matter over time: `/record Lavrov`, `/record Lavrov security`.
record-none = Nothing for a record of “{ $words }”. All quotes:
record-facts = { $quotes }, { $matters }
record-facts-more = the newest { $quotes }, { $matters }
record-first = first said { $time }
record-again = { $count ->
    [one] said again once, on { $time }
   *[other] said again { $count } times, last on { $time }
}
record-more = said again, with more, on { $time }:
record-changed = Changed: { $what }
record-was = { $time }:
record-is = { $time }:
record-silent = silent on this since { $time }
record-left = { $count ->
    [one] { $count } more matter is not shown
   *[other] { $count } more matters are not shown
}
record-how = Wordings stand side by side; nothing here says that they contradict each other.
record-kind-number = a number
record-kind-negation = a negation
record-kind-modal = how sure it is
record-kind-name = a name
record-kind-roles = who does what
count-matters = { $count ->
    [one] { $count } matter
   *[other] { $count } matters
}
review-progress = Reading the articles: { $done } of { $all }
review-none = No article came by your feeds since { $since }.
review-none-about = Nothing about “{ $words }” came by your feeds since { $since }. `/search { $words }` looks in everything I keep.
review-none-in = Nothing from “{ $source }” came by your feeds since { $since }.
review-shortened = A review covers at most { $days } days, so this one begins { $since }.
review-bad-format = I can’t make “{ $words }”. There are html, docx and md.
setting-review = Press review
setting-review-how = A press review as a document, up to four times a day: `/settings review 07:30`, on some days `/settings review mon-fri 07:30`, or `off`. Its format: `/settings review format docx` (html, docx or md).
language-en = English
language-ru = Russian
language-de = German
language-fr = French
language-es = Spanish
language-uk = Ukrainian
language-it = Italian
language-pl = Polish
language-tr = Turkish
language-ar = Arabic
language-zh = Chinese
language-ja = Japanese
language-pt = Portuguese
language-fa = Persian
language-he = Hebrew

## Channels

channel-how = Choose a channel that you and I are both administrators of; what you then send here is for it. The button is below, where you type.
button-choose-channel = Choose a channel
channel-added = I am an administrator of __{ $channel }__ now. Its feeds and settings are chosen from here.
button-run-channel = Run it from here
channel-on = Running __{ $channel }__ from here: /sub, /feeds, /settings and the rest are now for it. /channel off goes back to this chat.
channel-off = What you send is for this chat again.
channel-list = Which chat are your commands for?
button-this-chat = This chat
button-another-channel = Another channel…
channel-not-yours = You are not an administrator of { $channel }, so you can’t run it from here.
channel-not-ours = I am not an administrator of { $channel }. Make me one, with the right to post, and try again.
channel-private = Channels are run from a private chat: write /channel to me there.
channel-no-press = Open me in a private chat for that.

## Menus

menu-channel = Run a channel from this chat

menu-summary = Summarise a link, a message or a topic
menu-digest = The news since your last digest
menu-quotes = What a person said
menu-record = What a person said over time, and what changed
menu-review = A press review as a document
menu-search = Search everything stored
menu-feeds = What you follow
menu-sub = Follow a site, a feed or a starter set
menu-unsub = Stop following a feed
menu-follow = Be told about a person or topic
menu-unfollow = Stop being told
menu-settings = Digest times, zone, language
menu-import = Take in a list of feeds (OPML)
menu-export = Get your feeds or quotes as files
menu-stop = Pause everything
menu-privacy = What is stored; take it or delete it
menu-help = Help
menu-start = What this is
menu-status = Health and queue
menu-chats = Chats
menu-allow = Who may use the bot
menu-limits = Limits in force
menu-backup = Copy the database
menu-people = Whose spellings names are
people-how = Send /people and a name: all spellings I take for one person, to be joined or taken apart.
button-take-apart = Take apart: { $name }
button-join-people = { $name } is { $other }
menu-announce = A word to all chats

## Demonstration

demo-title = attache · demonstration
demo-greeting = Everything here is invented, and served from inside the program: three outlets, ten articles, no network.
    It follows the three at once, then it is your turn: type what you would send the bot in Telegram. A number presses the button of that number.
demo-digest = the day, in stories
demo-quotes = what one person said, wherever it stood
demo-review = a press review as a document
demo-topic = what all say about one thing
demo-link = any link: a summary, and who said what
demo-help = everything else
demo-tour = all of this, typed for you
demo-quit = the end
feeds-how = Write `/feeds 3` and one of: pause, resume, digest, instant, both, usual, remove, here, filter WORDS, filter off
sub-not-found = “{ $words }” is neither an address nor a starter set. Send something like `/sub tass.com`; /sub alone lists the sets.

## What can go wrong; .hint says what to do about it

fault-address = that is not a web address
    .hint = it should look like https://example.org/news
fault-scheme = I can only open http and https addresses, not { $scheme }
fault-user = an address with a name or password in it (the part before @) is not opened
    .hint = leave that part out
fault-port = port { $port } is not opened
    .hint = only 80, 443, 8080 and 8443 are
fault-private = { $host } is not on the public internet, so it is not opened
fault-downgrade = { $host } redirects from https to plain http, which is not followed
    .hint = try the address it leads to
fault-redirects = { $host } redirects too many times
    .hint = try the address it leads to in a browser
fault-circle = { $host } redirects in a circle
fault-redirect = { $host } redirects to something that is not a web address
fault-host = there is no site called { $host }
    .hint = check the spelling
fault-unreachable = { $host } does not answer right now
    .hint = try again later
fault-tls = no safe connection to { $host } can be made (its certificate or TLS set-up is wrong)
fault-timeout = { $host } did not answer in full within { $seconds } s
    .hint = try again later
fault-large = what { $host } sends is larger than { $size } MiB, too large to read
fault-garbled = what { $host } sends cannot be read (damaged or cut off)
fault-missing = { $host } has no such page (404)
    .hint = check the address
fault-gone = { $host } says this page is gone for good (410)
fault-forbidden = { $host } refuses bots ({ $status })
    .hint = open it in a browser, or send me its text
    .feed = if it has a feed elsewhere, send me that address
fault-challenge = { $host } wants to see a person first (Cloudflare check)
    .hint = open it in a browser, or send me its text
    .feed = if it has a feed elsewhere, send me that address
fault-busy = { $host } says too many requests (429)
    .hint = try again later
fault-server = { $host } has trouble of its own right now ({ $status })
    .hint = try again later
fault-status = { $host } answers with status { $status }, which is of no use here
fault-robots = { $host } asks bots not to read this page (robots.txt)
    .hint = open it in a browser, or send me its text
    .feed = if it has a feed elsewhere, send me that address
fault-pdf = { $host } sends a PDF there
    .hint = I read web pages and text only
fault-no-page = { $host } sends neither a page nor a text there
fault-media = { $host } sends { $kind } there
    .hint = I read web pages and text only
fault-no-article = there is no article text on this page
    .hint = send me the article’s text instead
fault-paywall = the article is behind a paywall and only its beginning is free
    .hint = send me the article’s text instead
fault-consent = the page shows a consent wall instead of the article
    .hint = send me the article’s text instead
fault-script = the page shows its text only in a browser (it needs JavaScript)
    .hint = send me the article’s text instead
fault-list = this is a list of articles
    .hint = send me the link of one of them
fault-error-page = this is an error page, not an article
fault-overdue = this page takes too long to read and was given up; I’ll try it once more
fault-overdue-again = this page took too long to read twice, so I don’t open it again; send me the article’s text instead
fault-damaged = this page is too damaged to read
    .hint = send me the article’s text instead
fault-feed-empty = { $host }: the document is empty
fault-feed-large = { $host }: the document is too large to be a feed
fault-feed-html = { $host }: there is a web page now instead of a feed
fault-feed-json = { $host }: there is JSON that is not a feed
fault-feed-xml = { $host }: there is XML that is not a feed
fault-feed-text = { $host }: there is plain text instead of a feed
fault-feed-binary = { $host }: there is a binary file instead of a feed
fault-feed-broken = { $host }: the feed cannot be read
fault-feed-slow = { $host }: the feed takes too long to read

## In chats the bot is no member of

guest-how = Answer a message that has a link with my name, or write my name and a link, a person or a topic.
guest-reading = Reading { $site } …
guest-reading-text = Reading the text …
guest-none = I have nothing about “{ $words }”. Send me a link and I’ll tell you what the article says and who said what.
inline-placeholder = a person or a topic: lavrov nato
inline-empty = Nothing is stored yet: open the chat with me
inline-none = Nothing about “{ $words }”: open the chat
bot-description = I read the foreign-policy news you choose and tell you, briefly, what happened and who said what, word for word. Send me a link to any article, or /start.
bot-short-description = Foreign-policy news in brief, with the quotes word for word and who said them.

## Mute and save

menu-mute = Hear nothing of words, a person or a story
menu-saved = Articles you saved
menu-reports = Quotes that readers say are wrong
mute-long = That is too long to mute: at most { $most } letters.
mute-how = Send /mute and words, or a person: `/mute grain deal`, `/mute Lavrov 7d`; as an answer to a card it mutes that story.
mute-none = Nothing is muted now.
mute-full = A chat can mute at most { $most } things.
mute-list = Muted over all feeds; press one to end it:
mute-line = { $words } until { $until }
muted = Muted: { $words }. It is left out of cards and digests.
muted-until = Muted until { $until }: { $words }. It is left out of cards and digests.
unmuted = No longer muted: { $words }.
button-unmute = End: { $words }
button-mutes = Muted: { $count }
button-save = Save
toast-saved = Saved; /saved lists what you keep
toast-not-saved = No longer saved
saved-none = Nothing is saved yet. Press Save under a card.
saved-no-such = Nothing saved is about “{ $words }”.
saved-head = __Saved__ · { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
button-saved-text = As text
button-saved-html = As HTML
button-saved-bibtex = As BibTeX
button-more-by = More by { $name }
follow-more = { $count ->
    [one] And one more article about { $words } today.
   *[other] And { $count } more articles about { $words } today.
} The digest has them; `/search { $words }`

## Wrong quotes

corrected = corrected { $time }
button-wrong = Wrong?
wrong-no-quotes = This card shows no quotes. Tell the operator of this bot what is wrong with it.
wrong-which = Which quote is wrong?
wrong-what = “{ $words }” What is wrong?
wrong-speaker = Somebody else said it
wrong-words = The words are not so in the article
wrong-other = Something else
wrong-thanks = Thank you. The operator will look at it; nothing is kept of who reported.
reports-none = No reports are open.
reports-how = Send /reports to list them, or `/reports 3 Ilan Dorev` to name the speaker of the third.
button-fix = Fix { $number }
button-fix-unnamed = Nobody is named
button-fix-hide = Hide the quote
button-fix-close = Nothing is wrong
report-closed = Closed; nothing was changed.
report-fixed = Put right. Cards that were sent are edited, and digests that showed it get a line.
report-quote-gone = The article has that quote no more; nothing was changed.
report-not-in-article = “{ $words }” is not in that article.
correction-speaker = __Correction__: in “{ $headline }” the words { $quote } are { $speaker }’s, not { $was }’s.
correction-nobody = __Correction__: in “{ $headline }” it is not known who said { $quote }; we named { $was }.
correction-hidden = __Correction__: in “{ $headline }” we showed { $quote }, which is not so in the article.

## Pictures and charts

button-picture = Picture
button-picture-tall = The same, upright
button-picture-wide = The same, wide
picture-file = quote
picture-which = Which quote?
picture-none = I can’t draw that: it is too long for a picture, or has letters my fonts lack. Cite gives it as text.
menu-trend = How often a person or topic is reported, as a chart
trend-how = Send /trend and a person or a topic: `/trend Lavrov`, `/trend grain corridor since:2026-02-01 in:TASS`
trend-none = Nothing about “{ $words }” since { $since }. `/search { $words }` looks in everything I keep.
trend-file = mentions
trend-facts = { $articles } by { $sources }, { $from } – { $to }
trend-facts-more = the newest { $articles } by { $sources }, { $from } – { $to }
trend-by-day = By day: { $numbers }
trend-by-source = By source: { $numbers }
trend-others = { $count ->
    [one] one more source
   *[other] { $count } more sources
}
count-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
