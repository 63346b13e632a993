-- Press reviews: when a chat wants one, and which have been made.

-- As digest_slots: minutes of the local day, and days of the week.
create table review_slots (
    id               integer primary key,
    chat_id          integer not null references chats (id) on delete cascade on update cascade,
    thread           integer not null default 0,
    minute           integer not null check (minute between 0 and 1439),
    -- bit 0 Monday … bit 6 Sunday
    weekdays         integer not null default 127 check (weekdays between 1 and 127),
    created_at       integer not null,
    -- the next time by the zone's rules, for finding what is due; null: to be computed
    next_due_at      integer,
    unique (chat_id, thread, minute)
) strict;

create index review_slots_by_due on review_slots (next_due_at);

-- Scheduled reviews made: one a chat, thread, local date and minute. What a review covers begins where the last one
-- ended, by the numbers of the arrivals.
create table reviews (
    id               integer primary key,
    chat_id          integer not null references chats (id) on delete cascade on update cascade,
    thread           integer not null default 0,
    local_date       text    not null,
    slot             integer not null,
    window_from      integer not null,
    window_to        integer not null,
    -- the arrivals covered: after arrivals_from, up to and with arrivals_to
    arrivals_from    integer not null,
    arrivals_to      integer not null,
    articles         integer not null,
    made_at          integer not null,
    unique (chat_id, thread, local_date, slot)
) strict;

create index reviews_in_order on reviews (chat_id, thread);
create index reviews_by_age on reviews (made_at);

-- In which format a chat gets its reviews.
alter table chats add column review_format text not null default 'html' check (review_format in ('html', 'docx', 'md'));
