-- What editors write. Delivery has no business here, and cannot even name it.
create schema editorial;

-- One row an entry, whatever its state; the texts are in its revisions.
create table editorial.entry (
    id uuid primary key,
    family varchar(40) not null,
    -- Of the newest revision; null until somebody chose one.
    slug varchar(100),
    stage varchar(20) not null,
    -- The newest revision, and the one that the public sees or last saw.
    revision integer not null,
    live_revision integer,
    shown boolean not null,
    live_position bigint,
    live_since timestamp(3) with time zone,
    -- Grows with every change, of text or of state: the entity tag.
    version bigint not null,
    created_at timestamp(3) with time zone not null,
    changed_at timestamp(3) with time zone not null,
    changed_by varchar(300) not null,
    changed_by_name varchar(200) not null,
    -- What the lists of editors are filtered by, as it was when the entry was last written.
    name text,
    errors integer not null,
    warnings integer not null,
    troubled boolean not null,
    verify_from date not null,
    search_text text not null
);
-- Two entries of a family never have one slug; live.slug guards those that were given up.
create unique index entry_slug on editorial.entry (family, slug);
create index entry_family on editorial.entry (family, id);
create index entry_family_stage on editorial.entry (family, stage, id);

-- One saved state of an entry; the text is never changed afterwards, only taken out for somebody's safety.
create table editorial.revision (
    entry_id uuid not null references editorial.entry (id),
    number integer not null,
    slug varchar(100),
    document text not null,
    -- So that the digest in the audit trail does not give a short text away.
    salt varchar(32) not null,
    author varchar(300) not null,
    author_name varchar(200) not null,
    saved_at timestamp(3) with time zone not null,
    note text,
    stage varchar(20) not null,
    submitted_by varchar(300),
    submitted_by_name varchar(200),
    reviewed_by varchar(300),
    reviewed_by_name varchar(200),
    reviewed_at timestamp(3) with time zone,
    review_note text,
    redacted_at timestamp(3) with time zone,
    primary key (entry_id, number)
);

-- Which other entries the newest revision names, complete or not.
create table editorial.mention (
    entry_id uuid not null references editorial.entry (id),
    to_id uuid not null,
    primary key (entry_id, to_id)
);
create index mention_to on editorial.mention (to_id, entry_id);

-- How far the editorial side has taken note of what was published past it (content packs).
create table editorial.follower (
    id smallint primary key check (id = 1),
    position bigint not null,
    feed_id uuid not null
);
insert into editorial.follower (id, position, feed_id) values (1, 0, '00000000-0000-0000-0000-000000000000');

-- Attempts that named themselves, so that a second one does nothing twice. Emptied after a day.
create table editorial.attempt (
    actor varchar(300) not null,
    attempt_key varchar(100) not null,
    fingerprint varchar(64) not null,
    made uuid,
    at timestamp(3) with time zone not null,
    primary key (actor, attempt_key)
);
create index attempt_at on editorial.attempt (at);
