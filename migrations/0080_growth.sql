-- What a large archive needs so that a question costs no more than with a small one. Nothing is taken away that an older
-- program reads or writes.

-- What came by a feed between two numbers; what came since a time.
create index arrivals_by_feed on arrivals (feed_id);
create index arrivals_by_time on arrivals (at);

-- Articles in the order they were first seen: what is older than a time.
create index articles_by_coming on articles (first_seen_at);

-- How many quotes a speaker has, kept by triggers: nobody counts a hundred thousand rows for a list of names.
alter table speakers add column quotes integer not null default 0;
update speakers set quotes = (select count(*) from quotes where speaker_id = speakers.id);
create index speakers_by_quotes on speakers (quotes);

create trigger quotes_counted after insert on quotes when new.speaker_id is not null begin
    update speakers set quotes = quotes + 1 where id = new.speaker_id;
end;

create trigger quotes_discounted after delete on quotes when old.speaker_id is not null begin
    update speakers set quotes = quotes - 1 where id = old.speaker_id;
end;

-- The words of all spellings of a speaker's name, so that a part of a name is looked up and not searched for.
create table speaker_words (
    word             text    not null,
    speaker_id       integer not null references speakers (id) on delete cascade,
    primary key (word, speaker_id)
) strict, without rowid;

create index speaker_words_by_speaker on speaker_words (speaker_id);

insert or ignore into speaker_words (word, speaker_id)
with recursive part (speaker_id, word, rest) as (
    select id, '', name_key || replace(other_keys, '|', ' ') || ' ' from speakers
    union all
    select speaker_id, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1)
    from part where rest <> ''
)
select word, speaker_id from part where word <> '';

-- The last digest of a place, and what is past its time.
create index digests_in_order on digests (chat_id, thread) where slot is not null;
create index digests_told on digests (chat_id, thread) where told = 1;
create index digests_by_age on digests (made_at);
create index model_answers_by_age on model_answers (made_at);
create index held_by_age on held (held_at);

-- What makes the pages of a digest, by numbers of articles: the pages are drawn from it when asked for. Digests of older
-- programs have their pages in content, and nothing here.
alter table digests add column recipe text;

-- The chats that follow a feed, without a look at each row.
create index subscriptions_of_feed on subscriptions (feed_id, chat_id, removed_at) where removed_at is null;

-- What is forgotten when a feed answers again: looked for after every poll that goes well.
create index told_by_subject on told (what, subject);

-- Chats out of reach, by how long.
create index chats_blocked on chats (state_since) where state = 'blocked';

-- Removed subscriptions whose time for Undo has passed.
create index subscriptions_removed on subscriptions (removed_at) where removed_at is not null;

-- Messages of an article that are still to be put into the outbox, slice by slice, each of them once. Written in the
-- transaction that stores the article, taken away with the last slice.
create table fanouts (
    id               integer primary key autoincrement,
    feed_id          integer not null references feeds (id) on delete cascade,
    -- null for a list
    article_id       integer references articles (id) on delete cascade,
    -- cards: to those who want them at once · list: the one message of a large poll · edits: of cards sent before
    kind             text    not null check (kind in ('cards', 'list', 'edits')),
    -- the poll, for a list
    batch            integer not null default 0,
    -- the last subscription that was dealt with, or for edits the last message sent
    after            integer not null default 0,
    made_at          integer not null
) strict;

-- What was done to the database itself, and when last.
create table upkeep (
    what             text    primary key,
    done_at          integer not null
) strict, without rowid;
