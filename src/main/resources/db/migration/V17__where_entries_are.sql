-- A list needs of each entry its id and its position, and finds both in the index it walks (docs/decisions/0028). The
-- position is that of live.entry, written again with every publication of the entry by org.putokaz.live.EntryWriter.
-- No default, ever: an older version of the service that went on publishing beside this one would leave old positions
-- behind, and fails on the sort key instead.
alter table live.organisational_unit add column position bigint;
update live.organisational_unit f set position = (select e.position from live.entry e where e.id = f.id);
alter table live.organisational_unit alter column position set not null;

alter table live.history_event add column position bigint;
update live.history_event f set position = (select e.position from live.entry e where e.id = f.id);
alter table live.history_event alter column position set not null;

alter table live.contact_channel add column position bigint;
update live.contact_channel f set position = (select e.position from live.entry e where e.id = f.id);
alter table live.contact_channel alter column position set not null;

alter table live.help_guide add column position bigint;
update live.help_guide f set position = (select e.position from live.entry e where e.id = f.id);
alter table live.help_guide alter column position set not null;

alter table live.sort_key add column position bigint;
update live.sort_key k set position = (select e.position from live.entry e where e.id = k.entry_id);
alter table live.sort_key alter column position set not null;

-- The same indexes, with what is read at their end. The order key ends with the id, so it stays unique by itself.
drop index live.organisational_unit_order;
drop index live.organisational_unit_parent;
drop index live.organisational_unit_kind;
create index organisational_unit_order on live.organisational_unit (order_key, id, position);
create index organisational_unit_parent on live.organisational_unit (parent, order_key, id, position);
create index organisational_unit_kind on live.organisational_unit (kind, order_key, id, position);

drop index live.history_event_order;
drop index live.history_event_category;
create index history_event_order on live.history_event (order_key, id, position);
create index history_event_category on live.history_event (category, order_key, id, position);

drop index live.contact_channel_order;
drop index live.contact_channel_unit;
drop index live.contact_channel_kind;
create index contact_channel_order on live.contact_channel (order_key, id, position);
create index contact_channel_unit on live.contact_channel (unit, order_key, id, position);
create index contact_channel_kind on live.contact_channel (kind, order_key, id, position);

drop index live.help_guide_order;
drop index live.help_guide_audience;
create index help_guide_order on live.help_guide (order_key, id, position);
create index help_guide_audience on live.help_guide (audience, order_key, id, position);

drop index live.sort_key_order;
create index sort_key_order on live.sort_key (family, language, sort_key, entry_id, position);

drop index live.entry_published;
create index entry_published on live.entry (family, live, position, id);
