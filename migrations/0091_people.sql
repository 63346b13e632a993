-- One person is one record over spellings and scripts: a spelling points to the person's first record. Whoever is nobody's
-- spelling is a person.

alter table speakers add column same_as integer references speakers (id);
-- how that was found: by the whole name, by a surname only one person has, or by an operator
alter table speakers add column same_by text check (same_by in ('name', 'surname', 'operator'));
-- what all spellings of the surname have in common; null until it is looked at
alter table speakers add column sound text;

create index speakers_by_sound on speakers (sound);
create index speakers_by_person on speakers (same_as) where same_as is not null;
create index speakers_unsettled on speakers (id) where sound is null;

-- Spellings an operator took apart: they are not joined again by themselves.
create table speakers_apart (
    speaker_id       integer not null references speakers (id) on delete cascade,
    from_id          integer not null references speakers (id) on delete cascade,
    primary key (speaker_id, from_id)
) strict, without rowid;

create index speakers_apart_from on speakers_apart (from_id);
