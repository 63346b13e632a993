-- Letters that Arabic and Persian writers use for one another are one in a name's key (see src/store/people/name_key.rs).
-- Where two records come to one key, the later one keeps its own and is found to be a spelling of the other: names whose
-- sound is null are looked at once more (see spellings.rs).

update or ignore speakers
set name_key = replace(replace(replace(replace(name_key, 'ی', 'ي'), 'ى', 'ي'), 'ک', 'ك'), 'ة', 'ه')
where name_key glob '*[یىکة]*';
update speakers
set other_keys = replace(replace(replace(replace(other_keys, 'ی', 'ي'), 'ى', 'ي'), 'ک', 'ك'), 'ة', 'ه')
where other_keys glob '*[یىکة]*';
-- names with a letter of the Arabic script sound otherwise now
update speakers set sound = null where name glob '*[ء-ۿ]*';

insert or ignore into speaker_words (word, speaker_id)
select replace(replace(replace(replace(word, 'ی', 'ي'), 'ى', 'ي'), 'ک', 'ك'), 'ة', 'ه'), speaker_id from speaker_words
where word glob '*[یىکة]*';
delete from speaker_words where word glob '*[یىکة]*';

update or ignore follows
set words_key = replace(replace(replace(replace(words_key, 'ی', 'ي'), 'ى', 'ي'), 'ک', 'ك'), 'ة', 'ه')
where words_key glob '*[یىکة]*';
update follows set is_noted = 0 where kind = 'person' and words glob '*[ء-ۿ]*';
update or ignore mutes
set words_key = replace(replace(replace(replace(words_key, 'ی', 'ي'), 'ى', 'ي'), 'ک', 'ك'), 'ة', 'ه')
where words_key glob '*[یىکة]*';
