-- The stems of Arabic and Polish words are cut now: whatever is stored gets its stems once more behind the running program
-- (see 0090_stems.sql), and the topics followed are noted by them.

insert or replace into stems_wanted (only_row, before)
select 1, max(id) + 1 from articles having max(id) is not null;

update follows set is_noted = 0 where kind = 'topic';
