-- The published store. Delivery reads nothing else; on PostgreSQL its role has SELECT on this schema alone.
create schema live;

-- The clock: one row. Publishing locks it, writes, and takes the next positions from it as the last thing it does,
-- so that the order of commits is the order of positions, without a gap even after a rollback.
create table live.feed (
    id smallint primary key check (id = 1),
    feed_id uuid not null,
    position bigint not null,
    changed_at timestamp(3) with time zone not null,
    cursor_key varchar(64) not null,
    collation_version varchar(100) not null
);

-- One row an entry, live or gone. A tombstone keeps its row, its slug and its position, and loses its document.
create table live.entry (
    id uuid primary key,
    family varchar(40) not null,
    slug varchar(100) not null,
    live boolean not null,
    position bigint not null,
    revision integer not null,
    document text,
    digest varchar(64),
    importance varchar(8) not null,
    note text,
    first_published_at timestamp(3) with time zone not null,
    published_at timestamp(3) with time zone not null,
    reason varchar(20),
    replaced_by uuid,
    -- What the rule of confidential places needs: the unit above, whether this place is hidden, whose place it shows.
    within_unit uuid,
    place_hidden boolean not null,
    place_shown_of uuid
);
create unique index entry_position on live.entry (position);
create index entry_family_position on live.entry (family, position);
create index entry_within on live.entry (within_unit);
create index entry_place_shown on live.entry (place_shown_of);

-- Every slug an entry ever had; it is never given to another. Scope is the family, or the guide of a step.
create table live.slug (
    scope varchar(40) not null,
    slug varchar(100) not null,
    owner_id uuid not null,
    primary key (scope, slug)
);

-- Values of many-valued fields that lists are filtered by.
create table live.facet (
    entry_id uuid not null references live.entry (id),
    facet varchar(40) not null,
    facet_value varchar(60) not null,
    primary key (entry_id, facet, facet_value)
);
create index facet_value on live.facet (facet, facet_value, entry_id);

-- Which entry names which other one, and in what role; read backwards for successors, children and embedding.
create table live.reference (
    from_id uuid not null references live.entry (id),
    role varchar(40) not null,
    ordinal integer not null,
    to_id uuid not null,
    family varchar(40) not null,
    pointer varchar(200) not null,
    primary key (from_id, role, ordinal)
);
create index reference_to on live.reference (to_id, role, from_id);

-- Collation keys (UCA), one a language, so that a list sorts as its reader's alphabet does.
create table live.sort_key (
    entry_id uuid not null references live.entry (id),
    family varchar(40) not null,
    language varchar(35) not null,
    sort_key bytea not null,
    primary key (entry_id, language)
);
create index sort_key_order on live.sort_key (family, language, sort_key, entry_id);
