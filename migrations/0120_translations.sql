-- Quotes translated without a network: the languages a chat reads, and what was made of an article's quotes.

-- codes parted by commas, the preferred first; null: quotes are not translated
alter table chats add column reads text;

-- Bound to the text it was made of, as summaries are. Never searched, never a quote.
create table translations (
    article_id       integer not null references articles (id) on delete cascade on update cascade,
    language         text not null,
    content_hash     blob not null,
    -- JSON: by the words of each quote what was made of it, and by which model
    quotes           text not null,
    made_at          integer not null,
    primary key (article_id, language)
) strict, without rowid;
