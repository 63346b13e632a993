-- Answers to guest queries that are still to be edited into what was asked for: a query can be answered once only, so where
-- the answer stands is kept until the work is done, whatever happens to the program in between.
create table guest_answers (
    update_id         integer primary key,
    inline_message_id text    not null,
    made_at           integer not null
) strict;

create index guest_answers_by_age on guest_answers (made_at);
