create table live.history_event (
    id uuid primary key references live.entry (id),
    category varchar(20) not null,
    earliest date not null,
    latest date not null,
    -- Where the event stands in the timeline: its earliest day, or its latest where the earliest is not known.
    placed date not null,
    sort_order integer not null
);
create index history_event_order on live.history_event (placed, latest, sort_order, id);
