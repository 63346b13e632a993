-- What comes in from Telegram and what goes out to it.

-- One row a message to be sent, edited or already sent. Written in the transaction of what it tells of.
create table outbox (
    id               integer primary key autoincrement,
    chat_id          integer not null,
    thread           integer not null default 0,
    kind             text    not null check (kind in ('reply', 'notice', 'sample', 'card', 'list', 'digest', 'edit')),
    key              text    not null,
    op               text    not null check (op in ('send', 'edit', 'document')),
    -- view::Message (or the document) as JSON
    payload          text    not null,
    -- the message to edit
    edits            integer,
    -- lower goes first; within one, the order of making
    priority         integer not null,

    -- pending: waits for due_at · sending: handed to Telegram, answer not yet known · sent · dead: given up
    state            text    not null default 'pending' check (state in ('pending', 'sending', 'sent', 'dead')),
    due_at           integer not null,
    wait_seconds     integer not null default 0,
    attempts         integer not null default 0,
    -- how often the answer was lost, so that the message may have arrived twice
    ambiguous        integer not null default 0,
    -- 1: Telegram could not parse it, it goes as plain text
    plain            integer not null default 0 check (plain in (0, 1)),
    -- 0: its forum topic is gone, it goes without
    in_thread        integer not null default 1 check (in_thread in (0, 1)),
    last_error       text,
    created_at       integer not null,
    done_at          integer,
    message_id       integer,

    unique (chat_id, thread, kind, key)
) strict;

create index outbox_waiting on outbox (chat_id, priority, id) where state in ('pending', 'sending');
create index outbox_in_order on outbox (priority, id) where state = 'pending';
create index outbox_by_due on outbox (due_at) where state = 'pending';
create index outbox_under_way on outbox (chat_id) where state = 'sending';
create index outbox_sent on outbox (chat_id, done_at) where state = 'sent';
create index outbox_by_key on outbox (kind, key);
create index outbox_by_end on outbox (done_at) where state in ('sent', 'dead');

-- The earliest next message to a chat, when Telegram named one (retry_after); survives a restart.
create table paces (
    chat_id          integer primary key,
    next_at          integer not null,
    wait_seconds     integer not null default 0
) strict;

-- Updates as they came, written before anything is done with them. A repeated update_id is the same row.
create table updates (
    update_id        integer primary key,
    chat_id          integer not null,
    job              text    not null,
    received_at      integer not null,
    state            text    not null default 'new' check (state in ('new', 'done', 'failed')),
    attempts         integer not null default 0,
    done_at          integer
) strict;

create index updates_waiting on updates (update_id) where state = 'new';
create index updates_by_age on updates (received_at);
