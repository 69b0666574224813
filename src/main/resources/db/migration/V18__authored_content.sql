-- What an editor wrote, where it differs from what clients get: a telephone number is read in the country of its unit, a
-- channel ends with its unit, and a reference to a withdrawn entry is replaced (docs/decisions/0036). Null where both are the
-- same. It belongs to the publication at authored_position alone: an older version of the service that publishes beside this
-- one writes a new position and leaves it behind, and so it is not used.
alter table live.entry add column authored text;
alter table live.entry add column authored_position bigint;
-- Whether references to a withdrawn entry may lead to replaced_by.
alter table live.entry add column substitutable boolean default false not null;
-- Whether editors have to mend an entry because one that it names is withdrawn.
alter table editorial.entry add column references_gone boolean default false not null;
-- Translations that are older than the text in the authoritative language, as JSON; null when there is none.
alter table live.entry add column outdated text;
-- The days on which entries that it names are available, as JSON, where they are not always; null when there is none.
alter table live.entry add column reference_days text;
-- The first day on which an entry that the published one names has ended; 9999-12-31 when none has an end.
alter table editorial.entry add column references_end date default '9999-12-31' not null;
-- Languages that an editor has confirmed to be right still, separated by commas; null for none.
alter table editorial.planned_step add column still_current varchar(400);
create index entry_replaced_by on live.entry (replaced_by);
