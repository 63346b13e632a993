-- Feeds people follow, when each is asked next, and the entries found in them.
-- Instants are unix seconds. Addresses are whole, as fetched.

create table feeds (
    id               integer primary key,
    url              text    not null unique,
    title            text,
    site_url         text,
    language         text,
    hub_url          text,
    created_at       integer not null,

    -- What the server said of its last good answer, byte for byte, to be sent back as it came.
    etag             blob,
    last_modified    blob,
    body_hash        blob,

    -- The schedule: asked again at next_poll_at, which lay wait_seconds ahead when it was set.
    -- A time further ahead than that means the clock was set back, and the feed is due.
    next_poll_at     integer not null,
    wait_seconds     integer not null default 0 check (wait_seconds >= 0),
    least_seconds    integer not null default 0,
    skip_hours       integer not null default 0,
    skip_days        integer not null default 0,
    last_polled_at   integer,
    last_ok_at       integer,
    -- when its entries were last read: an unchanged answer does not count
    last_read_at     integer,
    polls            integer not null default 0,

    -- active: asked when due · asleep: answers 404 for long, asked rarely · gone: said so itself (410), never asked
    state            text    not null default 'active' check (state in ('active', 'asleep', 'gone')),
    failures         integer not null default 0,
    failing_since    integer,
    last_error       text,

    -- A permanent move is believed once the same new address was seen on three polls.
    moved_to         text,
    moved_seen       integer not null default 0
) strict;

create index feeds_by_next_poll on feeds (next_poll_at) where state <> 'gone';

-- One row an item ever seen in a feed; what makes it the same item is decided in module `feed`.
-- The row is also the queue of briefing: it survives a kill, and is finished in the transaction that stores the article.
create table entries (
    id               integer primary key,
    feed_id          integer not null references feeds (id) on delete cascade,
    guid             text    not null,
    url              text,
    title            text,
    published_at     integer,
    first_seen_at    integer not null,
    last_seen_at     integer not null,

    -- fresh: new in a feed already followed · sample: the newest of a new subscription · backfill: the rest of its
    -- first twenty · seen: older still, noted and never fetched
    origin           text    not null check (origin in ('fresh', 'sample', 'backfill', 'seen')),
    -- The poll that found it (feeds.polls): more than five of one poll become one list message.
    batch            integer not null default 0,

    -- queued: to be briefed at due_at · done: its article is stored · skipped: nothing to brief · failed: given up
    state            text    not null check (state in ('queued', 'done', 'skipped', 'failed')),
    due_at           integer not null,
    wait_seconds     integer not null default 0,
    attempts         integer not null default 0,
    last_error       text,
    -- The entry as the feed gave it (JSON), kept until it is briefed.
    payload          text,
    article_id       integer references articles (id) on delete set null,

    unique (feed_id, guid)
) strict;

create index entries_to_brief on entries (due_at) where state = 'queued';
create index entries_by_batch on entries (feed_id, batch);
create index entries_by_age on entries (last_seen_at);
create index entries_by_article on entries (article_id);
