-- Channels that are run from a person's private chat. At most one of a person is chosen at a time: then what that
-- person says in the private chat is for the channel.

create table channels (
    person           integer not null,
    chat_id          integer not null references chats (id) on delete cascade on update cascade,
    chosen           integer not null default 0 check (chosen in (0, 1)),
    added_at         integer not null,
    primary key (person, chat_id)
) strict, without rowid;

create unique index channels_chosen on channels (person) where chosen = 1;
