-- What an article must hold for a person or topic followed to be looked at: one word of it, folded, in each form it can
-- take. An article then looks at those it may concern, not at all that is followed.

create table follow_words (
    -- person: a word of a quoted person's name · topic: the stem of a word of the article
    kind             text    not null check (kind in ('person', 'topic')),
    word             text    not null,
    follow_id        integer not null references follows (id) on delete cascade,
    primary key (kind, word, follow_id)
) strict, without rowid;

create index follow_words_by_follow on follow_words (follow_id);

-- 0: stored by an older program, its words are still to be noted
alter table follows add column is_noted integer not null default 0 check (is_noted in (0, 1));
create index follows_to_note on follows (id) where is_noted = 0;

-- Fan-outs go to those who follow somebody or something, too.
create table fanouts_new (
    id               integer primary key autoincrement,
    feed_id          integer not null references feeds (id) on delete cascade,
    -- null for a list
    article_id       integer references articles (id) on delete cascade,
    -- cards: to those who want them at once · list: the one message of a large poll · edits: of cards sent before ·
    -- followers: cards to those who follow somebody or something · follower_lists: the same for a large poll
    kind             text    not null
                     check (kind in ('cards', 'list', 'edits', 'followers', 'follower_lists')),
    -- the poll, for a list
    batch            integer not null default 0,
    -- the last subscription or follow that was dealt with, or for edits the last message sent
    after            integer not null default 0,
    made_at          integer not null
) strict;

insert into fanouts_new (id, feed_id, article_id, kind, batch, after, made_at)
select id, feed_id, article_id, kind, batch, after, made_at from fanouts;

drop table fanouts;
alter table fanouts_new rename to fanouts;
create index fanouts_by_article on fanouts (article_id);
create index fanouts_by_feed on fanouts (feed_id);
