-- Lists of editors in the order of the last change.
create index entry_changed on editorial.entry (changed_at, id);
