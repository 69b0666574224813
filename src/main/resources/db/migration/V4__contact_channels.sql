create table live.contact_channel (
    id uuid primary key references live.entry (id),
    unit uuid not null,
    kind varchar(20) not null,
    rank integer not null,
    toll_free boolean,
    anonymous boolean,
    emergency boolean,
    available_from date not null,
    available_until date not null,
    -- The first day on which the channel counts as not verified; 9999-12-31 where nobody promised to verify it.
    stale_from date not null
);
create index contact_channel_order on live.contact_channel (rank, id);
create index contact_channel_unit on live.contact_channel (unit, rank, id);
-- For the next day on which a list changes by itself.
create index contact_channel_available_from on live.contact_channel (available_from);
create index contact_channel_available_until on live.contact_channel (available_until);
create index contact_channel_stale_from on live.contact_channel (stale_from);
