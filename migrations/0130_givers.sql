-- Who gave an article's address is kept of open articles, too: what others alone gave of unknown outlets comes last.

create table givers (
    article_id       integer not null references articles (id) on delete cascade on update cascade,
    chat_id          integer not null references chats (id) on delete cascade on update cascade,
    primary key (article_id, chat_id)
) strict, without rowid;

create index givers_by_chat on givers (chat_id);

insert into givers (article_id, chat_id) select article_id, chat_id from private_givers;

drop view private_readers;
drop table private_givers;

-- Who is given an article: who follows a feed it came by, as long as that lasts, and who gave its address.
create view readers (article_id, chat_id) as
select r.article_id, s.chat_id
from arrivals as r join subscriptions as s on s.feed_id = r.feed_id where s.removed_at is null
union all
select article_id, chat_id from givers;
