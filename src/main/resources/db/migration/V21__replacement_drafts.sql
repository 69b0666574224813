-- The drafts that a publishing set has made of entries which named the one that it replaces, and what became of each when
-- the set was cancelled. Whoever changes a row holds the lock of the set.
create table editorial.replacement_draft (
    set_id uuid not null references editorial.publishing_set (id),
    entry_id uuid not null references editorial.entry (id),
    -- The revision that the set has made, and the one that was the newest before it.
    revision integer not null,
    earlier_revision integer not null,
    -- Null until the set is cancelled.
    outcome varchar(20),
    primary key (set_id, entry_id)
);
create index replacement_draft_entry on editorial.replacement_draft (entry_id);
