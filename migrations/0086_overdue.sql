-- What could not be read in time: by a hash, for an address may be a secret. What failed twice is not taken up again
-- while it is remembered.

create table overdue (
    -- sha256 of what was to be read: an address, or a text
    what             blob    primary key,
    times            integer not null,
    last_at          integer not null
) strict, without rowid;

create index overdue_by_age on overdue (last_at);
