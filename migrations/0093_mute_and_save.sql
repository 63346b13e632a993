-- What a chat does not want to hear of, and what it wants to keep.

create table mutes (
    id               integer primary key,
    chat_id          integer not null references chats (id) on delete cascade on update cascade,
    kind             text    not null check (kind in ('words', 'person', 'story')),
    -- as written; of a story its headline
    words            text    not null,
    -- folded; of a story its number
    words_key        text    not null,
    -- null: for good
    until            integer,
    added_by         integer not null,
    created_at       integer not null,
    unique (chat_id, kind, words_key)
) strict;

create index mutes_by_end on mutes (until) where until is not null;

create table saved (
    chat_id          integer not null references chats (id) on delete cascade on update cascade,
    article_id       integer not null references articles (id) on delete cascade,
    saved_at         integer not null,
    primary key (chat_id, article_id)
) strict, without rowid;

create index saved_by_article on saved (article_id);

-- How often a chat was told of something it follows on a day: beyond a few it is only counted.
create table follow_alerts (
    follow_id        integer not null references follows (id) on delete cascade,
    day              text    not null,
    told             integer not null default 0,
    more             integer not null default 0,
    primary key (follow_id, day)
) strict, without rowid;

create index follow_alerts_by_day on follow_alerts (day);
