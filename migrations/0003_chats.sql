-- Chats, what each wants, and what each has been told. thread is a forum topic, 0 outside of one.

create table chats (
    -- Telegram's own number: positive for a person, negative for a group or channel.
    id               integer primary key,
    kind             text    not null check (kind in ('private', 'group', 'supergroup', 'channel')),
    title            text,
    is_forum         integer not null default 0 check (is_forum in (0, 1)),
    created_at       integer not null,

    -- paused: by a person here · blocked: Telegram refuses us; kept 30 days
    state            text    not null default 'active' check (state in ('active', 'paused', 'blocked')),
    state_since      integer not null,
    state_reason     text,

    zone             text    not null,
    -- null: the language of whoever asks
    language         text,
    mode             text    not null default 'digest' check (mode in ('digest', 'instant', 'both')),
    quotes_a_card    integer not null default 3 check (quotes_a_card between 0 and 10),
    summary_method   text    not null default 'llm' check (summary_method in ('extractive', 'llm')),
    -- Minutes of the local day; both null: none. The end may lie before the start (over midnight).
    quiet_from       integer check (quiet_from between 0 and 1439),
    quiet_to         integer check (quiet_to between 0 and 1439),
    -- whether a digest with nothing new says so
    say_nothing_new  integer not null default 0 check (say_nothing_new in (0, 1)),
    -- how sure it must be that an article is foreign policy at all, 0 to 1; 0 takes everything
    relevance        real    not null default 0
) strict;

create table subscriptions (
    id               integer primary key,
    chat_id          integer not null references chats (id) on delete cascade on update cascade,
    thread           integer not null default 0,
    feed_id          integer not null references feeds (id) on delete cascade,
    mode             text    not null check (mode in ('digest', 'instant', 'both')),
    -- words of which an article must hold one, as written by the person; null: all articles
    filter           text,
    paused           integer not null default 0 check (paused in (0, 1)),
    added_by         integer not null,
    created_at       integer not null,
    -- due: a sample card is owed · done: sent, or none was wanted
    first_run        text    not null check (first_run in ('due', 'done')),
    -- set on removal; the row stays until the time for Undo has passed
    removed_at       integer,
    unique (chat_id, thread, feed_id)
) strict;

create index subscriptions_by_feed on subscriptions (feed_id) where removed_at is null;

create table follows (
    id               integer primary key,
    chat_id          integer not null references chats (id) on delete cascade on update cascade,
    thread           integer not null default 0,
    kind             text    not null check (kind in ('person', 'topic')),
    -- as written, and folded for comparing
    words            text    not null,
    words_key        text    not null,
    added_by         integer not null,
    created_at       integer not null,
    unique (chat_id, thread, kind, words_key)
) strict;

-- When a chat wants its digest: up to four times a local day and thread.
create table digest_slots (
    id               integer primary key,
    chat_id          integer not null references chats (id) on delete cascade on update cascade,
    thread           integer not null default 0,
    -- minute of the local day
    minute           integer not null check (minute between 0 and 1439),
    -- bit 0 Monday … bit 6 Sunday
    weekdays         integer not null default 127 check (weekdays between 1 and 127),
    created_at       integer not null,
    -- the next time by the zone's rules, for finding what is due; null: to be computed
    next_due_at      integer,
    unique (chat_id, thread, minute)
) strict;

create index digest_slots_by_due on digest_slots (next_due_at);

-- Digests made. One a chat, thread, local date and minute of the day; those asked for by hand have no slot and
-- take nothing from the next one.
create table digests (
    id               integer primary key,
    chat_id          integer not null references chats (id) on delete cascade on update cascade,
    thread           integer not null default 0,
    local_date       text    not null,
    slot             integer,
    window_from      integer not null,
    window_to        integer not null,
    -- the arrivals covered: after arrivals_from, up to and with arrivals_to
    arrivals_from    integer not null,
    arrivals_to      integer not null,
    -- unguessable; what a deep link to a page carries
    token            text    not null unique,
    -- the pages (JSON)
    content          text    not null,
    stories          integer not null,
    made_at          integer not null,
    unique (chat_id, thread, local_date, slot)
) strict;

create index digests_by_chat on digests (chat_id, thread, made_at);

-- Cards that quiet hours kept back; the next digest takes them.
create table held (
    chat_id          integer not null references chats (id) on delete cascade on update cascade,
    thread           integer not null default 0,
    article_id       integer not null references articles (id) on delete cascade,
    held_at          integer not null,
    digest_id        integer references digests (id) on delete set null,
    primary key (chat_id, thread, article_id)
) strict, without rowid;

-- What was said once and is not said again while it lasts, such as that a feed is failing.
create table told (
    chat_id          integer not null,
    what             text    not null,
    subject          integer not null,
    at               integer not null,
    primary key (chat_id, what, subject)
) strict, without rowid;

-- What a button stands for when that does not fit the 64 bytes Telegram gives it: feeds to choose from, an Undo.
create table offers (
    id               integer primary key,
    chat_id          integer not null references chats (id) on delete cascade on update cascade,
    thread           integer not null default 0,
    made_for         integer not null,
    kind             text    not null,
    content          text    not null,
    made_at          integer not null,
    until            integer not null
) strict;

create index offers_by_end on offers (until);

-- What a person or group has used of an hour's allowance.
create table budgets (
    who              integer not null,
    what             text    not null,
    hour             integer not null,
    used             integer not null,
    primary key (who, what, hour)
) strict, without rowid;

-- People and chats let in while access is by invitation.
create table access (
    who              integer primary key,
    allowed_by       integer not null,
    allowed_at       integer not null
) strict;
