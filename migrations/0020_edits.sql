-- What a feed last said of an entry, so that an edit is noticed whose headline and address stay: a hash of its words, the
-- feed's own time of the change; and how often, and when last, the article was read again for it.
alter table entries add column told_hash blob;
alter table entries add column told_updated integer;
alter table entries add column renewals integer not null default 0;
alter table entries add column renewed_at integer;
