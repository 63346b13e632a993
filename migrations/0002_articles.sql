-- What was read: articles, who said what in them, the stories they tell, and the search over all of it.

create table stories (
    id               integer primary key,
    headline         text    not null,
    central_article  integer,
    first_seen_at    integer not null,
    last_seen_at     integer not null
) strict;

create index stories_by_last_seen on stories (last_seen_at);

create table articles (
    id               integer primary key,
    -- The canonical address; null for a text somebody pasted or forwarded.
    url              text    unique,
    host             text,
    site             text,
    title            text,
    dek              text,
    byline           text,
    language         text    not null,
    published_at     integer,
    updated_at       integer,
    first_seen_at    integer not null,
    fetched_at       integer not null,
    standing         text    not null,

    -- Offsets of blocks and quotes point into text. blocks, dateline, summary and warnings are JSON.
    text             text    not null,
    text_from        text    not null check (text_from in ('page', 'feed', 'person')),
    blocks           text    not null,
    dateline         text,
    summary          text    not null,
    warnings         text    not null,

    -- How the brief was made.
    method           text    not null,
    model            text,
    prompt_version   text,

    content_hash     blob    not null,
    version          integer not null default 1,
    changed_at       integer,

    -- The story is given once; a later move has its reason written down.
    story_id         integer references stories (id) on delete set null,
    story_score      real,
    story_reason     text
) strict;

create index articles_by_hash on articles (content_hash);
create index articles_by_time on articles (coalesce(published_at, first_seen_at));
create index articles_by_story on articles (story_id);
create index articles_by_host on articles (host);

-- What an article said before it was edited.
create table article_versions (
    article_id       integer not null references articles (id) on delete cascade,
    version          integer not null,
    title            text,
    text             text    not null,
    summary          text    not null,
    quotes           text    not null,
    replaced_at      integer not null,
    primary key (article_id, version)
) strict, without rowid;

-- Everybody who was ever quoted by name. name_key is the name folded for search; other_keys holds further
-- spellings, folded, each between bars.
create table speakers (
    id               integer primary key,
    name             text    not null,
    name_key         text    not null unique,
    other_keys       text    not null default '|'
) strict;

create table quotes (
    id               integer primary key,
    article_id       integer not null references articles (id) on delete cascade,
    -- UTF-8 byte offsets into the article's text, end exclusive, without the quotation marks.
    start_byte       integer not null,
    end_byte         integer not null,
    text             text    not null,
    kind             text    not null check (kind in ('direct', 'mixed')),
    -- Who: null for all three when the article gives no words for a speaker.
    speaker_id       integer references speakers (id),
    speaker_name     text,
    speaker_role     text,
    mention          text,
    mention_start    integer,
    mention_end      integer,
    quoted_from      text,
    confidence       real    not null,
    rule             text    not null,
    key_rank         integer,
    said_at          integer not null,
    unique (article_id, start_byte, end_byte)
) strict;

create index quotes_by_speaker on quotes (speaker_id, said_at);
create index quotes_by_article on quotes (article_id, start_byte);

create virtual table articles_found using fts5 (
    title, dek, text, content = 'articles', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);

create trigger articles_added after insert on articles begin
    insert into articles_found (rowid, title, dek, text) values (new.id, new.title, new.dek, new.text);
end;

create trigger articles_removed after delete on articles begin
    insert into articles_found (articles_found, rowid, title, dek, text)
    values ('delete', old.id, old.title, old.dek, old.text);
end;

create trigger articles_edited after update of title, dek, text on articles begin
    insert into articles_found (articles_found, rowid, title, dek, text)
    values ('delete', old.id, old.title, old.dek, old.text);
    insert into articles_found (rowid, title, dek, text) values (new.id, new.title, new.dek, new.text);
end;

create virtual table quotes_found using fts5 (
    text, content = 'quotes', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);

create trigger quotes_added after insert on quotes begin
    insert into quotes_found (rowid, text) values (new.id, new.text);
end;

create trigger quotes_removed after delete on quotes begin
    insert into quotes_found (quotes_found, rowid, text) values ('delete', old.id, old.text);
end;

create trigger quotes_edited after update of text on quotes begin
    insert into quotes_found (quotes_found, rowid, text) values ('delete', old.id, old.text);
    insert into quotes_found (rowid, text) values (new.id, new.text);
end;

-- Articles in the order they came in, feed by feed. The number is given inside the one writing transaction, so a
-- digest that covers numbers (a, b] misses nothing and repeats nothing, whatever the clock does.
create table arrivals (
    id               integer primary key autoincrement,
    feed_id          integer not null references feeds (id) on delete cascade,
    article_id       integer not null references articles (id) on delete cascade,
    at               integer not null,
    -- 0 for the silent back-fill of a new subscription
    fresh            integer not null check (fresh in (0, 1)),
    unique (feed_id, article_id)
) strict;

create index arrivals_by_article on arrivals (article_id);

-- Answers of a language model, so that the same question is paid once.
create table model_answers (
    question_hash    blob    primary key,
    model            text    not null,
    answer           text    not null,
    made_at          integer not null
) strict, without rowid;

create table model_use (
    day              text    not null,
    model            text    not null,
    calls            integer not null default 0,
    failures         integer not null default 0,
    tokens_in        integer not null default 0,
    tokens_out       integer not null default 0,
    primary key (day, model)
) strict, without rowid;
