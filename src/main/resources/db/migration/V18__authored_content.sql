-- What an editor wrote, where it differs from what clients get: a telephone number is read in the country of its unit, a
-- channel ends with its unit, and a reference to a withdrawn entry is replaced (docs/decisions/0036). Null where both are the
-- same. It belongs to the publication at authored_position alone: an older version of the service that publishes beside this
-- one writes a new position and leaves it behind, and so it is not used.
alter table live.entry add column authored text;
alter table live.entry add column authored_position bigint;
-- Whether references to a withdrawn entry may lead to replaced_by.
alter table live.entry add column substitutable boolean default false not null;
