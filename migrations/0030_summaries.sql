-- What a language model made of an article, beside the article's own sentences: one row a language, each checked
-- against the text whose hash stands with it; for another text it does not count.

create table summaries (
    article_id       integer not null references articles (id) on delete cascade,
    language         text    not null,
    content_hash     blob    not null,
    -- llm: written by the model · translated: the article's own sentences, translated by it
    method           text    not null,
    model            text    not null,
    prompt_version   text    not null,
    -- JSON: the sentences; the model's choice of quotes and speakers, by number; translations of quotes by their
    -- first byte
    sentences        text    not null,
    choices          text    not null,
    quotes           text    not null,
    made_at          integer not null,
    primary key (article_id, language)
) strict, without rowid;

-- What became of the model's work, a day (UTC): summaries by outcome, sentences by the rule they broke.
create table model_verdicts (
    day              text    not null,
    model            text    not null,
    kind             text    not null check (kind in ('summary', 'sentence')),
    verdict          text    not null,
    count            integer not null,
    last_at          integer not null,
    primary key (day, model, kind, verdict)
) strict, without rowid;
