-- A subscription goes by its chat's setting until somebody chooses for it alone.

alter table subscriptions add column own_mode integer not null default 0 check (own_mode in (0, 1));
