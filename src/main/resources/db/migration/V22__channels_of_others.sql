-- A channel that somebody else answers, such as the number of the police, has no unit.
alter table live.contact_channel alter column unit drop not null;
