-- What refers to a row that goes: without an index each row that goes takes a walk through all that may refer to it.
create index held_by_article on held (article_id);
create index held_by_digest on held (digest_id) where digest_id is not null;
create index fanouts_by_article on fanouts (article_id);
create index fanouts_by_feed on fanouts (feed_id);
create index offers_by_chat on offers (chat_id);
create index channels_by_chat on channels (chat_id);
create index subscriptions_referring on subscriptions (feed_id);
