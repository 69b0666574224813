-- Which services a unit has and had; a service that was taken out answers "gone".
create table live.organisational_unit_service (
    id uuid primary key,
    unit uuid not null references live.entry (id),
    slug varchar(100) not null,
    live boolean not null
);
create index organisational_unit_service_unit on live.organisational_unit_service (unit);
