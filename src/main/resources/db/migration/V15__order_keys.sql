-- Where an entry stands in its family's own order, as one value that no other entry has. A page begins after one such
-- value, so an index is entered at the right place however many entries share a day or a rank; neither a condition of
-- several columns nor a row value does that on H2 (docs/decisions/0021). Written by org.putokaz.live.OrderKey: numbers
-- from 0 up in ten digits, days in eight, then the id, all ASCII, so that bytes compare as the values do.
alter table live.organisational_unit add column order_key bytea;
update live.organisational_unit set order_key =
    cast(lpad(cast(sort_order + 2147483648 as varchar), 10, '0') || cast(id as varchar) as bytea);
alter table live.organisational_unit alter column order_key set not null;

alter table live.history_event add column order_key bytea;
-- Year 0 is year 1 before our era to PostgreSQL.
update live.history_event set order_key = cast(
    lpad(cast(greatest(extract(year from placed), 0) * 10000
        + extract(month from placed) * 100 + extract(day from placed) as varchar), 8, '0')
    || lpad(cast(greatest(extract(year from latest), 0) * 10000
        + extract(month from latest) * 100 + extract(day from latest) as varchar), 8, '0')
    || lpad(cast(sort_order + 2147483648 as varchar), 10, '0') || cast(id as varchar) as bytea);
alter table live.history_event alter column order_key set not null;

alter table live.contact_channel add column order_key bytea;
update live.contact_channel set order_key =
    cast(lpad(cast(rank + 2147483648 as varchar), 10, '0') || cast(id as varchar) as bytea);
alter table live.contact_channel alter column order_key set not null;

alter table live.help_guide add column order_key bytea;
update live.help_guide set order_key =
    cast(lpad(cast(sort_order + 2147483648 as varchar), 10, '0') || cast(id as varchar) as bytea);
alter table live.help_guide alter column order_key set not null;

-- A filter that is usual and the order in one index.
drop index live.organisational_unit_order;
drop index live.organisational_unit_parent;
create unique index organisational_unit_order on live.organisational_unit (order_key);
create index organisational_unit_parent on live.organisational_unit (parent, order_key);
create index organisational_unit_kind on live.organisational_unit (kind, order_key);

drop index live.history_event_order;
create unique index history_event_order on live.history_event (order_key);
create index history_event_category on live.history_event (category, order_key);

drop index live.contact_channel_order;
drop index live.contact_channel_unit;
create unique index contact_channel_order on live.contact_channel (order_key);
create index contact_channel_unit on live.contact_channel (unit, order_key);
create index contact_channel_kind on live.contact_channel (kind, order_key);

drop index live.help_guide_order;
create unique index help_guide_order on live.help_guide (order_key);
create index help_guide_audience on live.help_guide (audience, order_key);

-- By the time of publication: tombstones are not walked past.
create unique index entry_published on live.entry (family, live, position);

-- The keys end with the id from now on, so they are made anew at the next start (EntryIndex.sortKeyVersion).
drop index live.sort_key_order;
create index sort_key_order on live.sort_key (family, language, sort_key);
