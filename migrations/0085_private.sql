-- What comes by a feed that is private (a secret in its address, a host that is not public) is for the chats that follow
-- it, until it also comes openly.

-- null: stored by an older program, looked at when the database is opened
alter table feeds add column is_private integer check (is_private in (0, 1));
create index feeds_to_look_at on feeds (id) where is_private is null;

-- Articles that came privately only.
create table private_articles (
    article_id       integer primary key references articles (id) on delete cascade
) strict;

-- The chats that gave the address of a private article themselves.
create table private_givers (
    article_id       integer not null references private_articles (article_id) on delete cascade,
    chat_id          integer not null references chats (id) on delete cascade on update cascade,
    primary key (article_id, chat_id)
) strict, without rowid;

create index private_givers_by_chat on private_givers (chat_id);

-- Who may read a private article: who follows a feed it came by, as long as that lasts, and who gave its address.
create view private_readers (article_id, chat_id) as
select r.article_id, s.chat_id
from arrivals as r join subscriptions as s on s.feed_id = r.feed_id where s.removed_at is null
union all
select article_id, chat_id from private_givers;

-- As its article; the counts of speakers are those of open quotes.
alter table quotes add column is_private integer not null default 0 check (is_private in (0, 1));
create index quotes_private on quotes (speaker_id, article_id) where is_private = 1;

drop trigger quotes_counted;
drop trigger quotes_discounted;

create trigger quotes_counted after insert on quotes
when new.speaker_id is not null and new.is_private = 0 begin
    update speakers set quotes = quotes + 1 where id = new.speaker_id;
end;

create trigger quotes_discounted after delete on quotes
when old.speaker_id is not null and old.is_private = 0 begin
    update speakers set quotes = quotes - 1 where id = old.speaker_id;
end;

create trigger quotes_opened after update of is_private on quotes
when new.speaker_id is not null and new.is_private <> old.is_private begin
    update speakers set quotes = quotes + old.is_private - new.is_private where id = new.speaker_id;
end;
