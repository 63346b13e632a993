-- The search by stems: each article's and each quote's words as the stems of its language, written by the program beside
-- the row (see src/store/full_text). The tables of exact words stay: they find phrases.

create virtual table articles_stems_found using fts5 (
    title, dek, text, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
);

create virtual table quotes_stems_found using fts5 (
    text, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
);

create trigger articles_unstemmed after delete on articles begin
    delete from articles_stems_found where rowid = old.id;
end;

create trigger quotes_unstemmed after delete on quotes begin
    delete from quotes_stems_found where rowid = old.id;
end;

-- Articles stored before this: those with a number below `before` have no stems yet. They get them slice by slice behind
-- the running program, from the newest on; the row goes with the last of them.
create table stems_wanted (
    only_row         integer primary key check (only_row = 1),
    before           integer not null
) strict;

insert into stems_wanted (only_row, before) select 1, max(id) + 1 from articles having max(id) is not null;
