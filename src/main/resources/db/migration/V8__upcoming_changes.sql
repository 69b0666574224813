-- When something will be published or withdrawn: the moment and nothing else, so that caches can be told.
create table live.upcoming (
    id uuid primary key,
    happens_at timestamp(3) with time zone not null
);
create index upcoming_happens_at on live.upcoming (happens_at);
