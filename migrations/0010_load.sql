-- What thousands of feeds and chats need so that looking for work costs nothing while there is none.

-- The time a row was put off at. One that lies in the future means that the clock was set back, and the row is due.
create index feeds_by_setting on feeds (next_poll_at - wait_seconds) where state <> 'gone';
create index outbox_by_setting on outbox (due_at - wait_seconds) where state = 'pending';
create index entries_by_setting on entries (due_at - wait_seconds) where state = 'queued';

-- Sample cards that are owed.
create index subscriptions_owed on subscriptions (feed_id) where first_run = 'due' and removed_at is null;

-- Messages given up, and the age of those that wait, for whoever watches the program.
create index outbox_dead on outbox (id) where state = 'dead';
create index outbox_by_making on outbox (created_at) where state in ('pending', 'sending');

-- The first update of each chat that waits.
create index updates_by_chat on updates (chat_id, update_id) where state = 'new';
