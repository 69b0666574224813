-- Several entries that go out together, or not at all.
create table editorial.publishing_set (
    id uuid primary key,
    name varchar(200) not null,
    status varchar(20) not null,
    -- Grows with every change: the entity tag.
    version bigint not null,
    created_at timestamp(3) with time zone not null,
    created_by varchar(300) not null,
    created_by_name varchar(200) not null,
    changed_at timestamp(3) with time zone not null,
    changed_by varchar(300) not null,
    changed_by_name varchar(200) not null,
    published_at timestamp(3) with time zone
);
create index publishing_set_status on editorial.publishing_set (status, id);

-- When something is to happen by itself: to one entry, or to a set.
create table editorial.schedule (
    id uuid primary key,
    entry_id uuid references editorial.entry (id),
    set_id uuid references editorial.publishing_set (id),
    -- The entry or the set for as long as it is pending, then null: nothing ever has two pending ones.
    pending_of uuid unique,
    happens_at timestamp(3) with time zone not null,
    state varchar(20) not null,
    -- On whose word it happens.
    actor_id varchar(300) not null,
    actor_name varchar(200) not null,
    actor_role varchar(20) not null,
    created_at timestamp(3) with time zone not null,
    ended_at timestamp(3) with time zone,
    lateness_millis bigint,
    failure varchar(100),
    failed_entry uuid
);
create index schedule_state on editorial.schedule (state, happens_at);
create index schedule_entry on editorial.schedule (entry_id);
create index schedule_set on editorial.schedule (set_id);

-- What a set does to each of its members, or a schedule to its one entry. Nobody locks these rows: they belong to whoever
-- holds the set or the schedule, and only notes are ever taken out of them by somebody else (see Redaction).
create table editorial.planned_step (
    owner_id uuid not null,
    place integer not null,
    entry_id uuid not null references editorial.entry (id),
    action varchar(20) not null,
    revision integer,
    importance varchar(20) not null,
    note text,
    reason varchar(20),
    replaced_by uuid,
    -- The position of the entry's last change when the moment was set; what is withdrawn after it stays withdrawn.
    seen_position bigint,
    primary key (owner_id, place)
);
create unique index planned_step_once on editorial.planned_step (owner_id, entry_id);
create index planned_step_entry on editorial.planned_step (entry_id);
