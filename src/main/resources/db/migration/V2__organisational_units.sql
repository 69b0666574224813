create table live.organisational_unit (
    id uuid primary key references live.entry (id),
    kind varchar(20) not null,
    parent uuid,
    sort_order integer not null,
    -- The outermost bounds of the partial dates; 0001-01-01 and 9999-12-31 stand for "open".
    established_earliest date not null,
    dissolved_latest date not null
);
create index organisational_unit_order on live.organisational_unit (sort_order, id);
create index organisational_unit_parent on live.organisational_unit (parent);
