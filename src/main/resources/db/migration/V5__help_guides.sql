create table live.help_guide (
    id uuid primary key references live.entry (id),
    audience varchar(20) not null,
    sort_order integer not null
);
create index help_guide_order on live.help_guide (sort_order, id);

-- Which steps a guide has and had; a step that was taken out answers "gone".
create table live.help_guide_step (
    id uuid primary key,
    guide uuid not null references live.entry (id),
    slug varchar(100) not null,
    live boolean not null
);
create index help_guide_step_guide on live.help_guide_step (guide);
