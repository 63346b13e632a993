-- Whether what a digest said counts as told: all scheduled ones, and of those asked for by hand the ones that a private
-- chat or an administrator asked for.

alter table digests add column told integer not null default 0 check (told in (0, 1));
update digests set told = 1 where slot is not null;
