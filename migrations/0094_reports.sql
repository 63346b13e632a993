-- Quotes that readers say are wrong, without a word of who said so; and what was put right.

create table reports (
    id               integer primary key,
    article_id       integer not null references articles (id) on delete cascade,
    -- the words, as stored
    quote            text    not null,
    what             text    not null check (what in ('speaker', 'words', 'other')),
    times            integer not null default 1,
    made_at          integer not null,
    state            text    not null default 'open' check (state in ('open', 'fixed', 'closed')),
    unique (article_id, quote, what)
) strict;

create index reports_open on reports (id) where state = 'open';

create table corrections (
    id               integer primary key autoincrement,
    article_id       integer not null references articles (id) on delete cascade,
    quote            text    not null,
    -- who was named before, by which rule and how surely
    was              text,
    rule             text    not null,
    confidence       real    not null,
    -- who is named now; null: nobody
    speaker          text,
    -- 1: the quote is shown no more
    hidden           integer not null check (hidden in (0, 1)),
    made_at          integer not null
) strict;

create index corrections_by_article on corrections (article_id);

-- The last correction a digest told, as arrivals_to is for articles.
alter table digests add column corrections_to integer not null default 0;
