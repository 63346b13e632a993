-- Names of forum topics, as far as messages have told them.

create table topics (
    chat_id          integer not null references chats (id) on delete cascade on update cascade,
    thread           integer not null,
    name             text    not null,
    primary key (chat_id, thread)
) strict, without rowid;
