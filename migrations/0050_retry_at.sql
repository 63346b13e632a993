-- Until when a server asked to be left alone (Retry-After): kept apart from the schedule, which people may hurry.

alter table feeds add column retry_at integer;
