-- Who may come in, and who did what. Delivery has no business here.
create schema security;

-- Of a token only its digest is kept. A revoked one keeps its row: what it did stands in the audit trail.
create table security.token (
    id uuid primary key,
    digest varchar(64) not null,
    name varchar(100) not null,
    role varchar(10) not null,
    created_by_id varchar(500) not null,
    created_by_name varchar(200) not null,
    created_at timestamp(3) with time zone not null,
    expires_at timestamp(3) with time zone,
    last_used_at timestamp(3) with time zone,
    revoked_at timestamp(3) with time zone
);
create unique index token_digest on security.token (digest);

-- The audit trail: positions without a gap, each line with the hash of the line before.
create table security.audit (
    position bigint primary key,
    at timestamp(3) with time zone not null,
    actor_id varchar(500) not null,
    actor_name varchar(200) not null,
    action varchar(60) not null,
    family varchar(40),
    entry_id uuid,
    revision integer,
    details text not null,
    previous_hash varchar(64) not null,
    hash varchar(64) not null
);
create index audit_entry on security.audit (entry_id, position);
create index audit_actor on security.audit (actor_id, position);
create index audit_action on security.audit (action, position);
create index audit_at on security.audit (at);

-- Where the trail ends, so that a missing tail shows. Whoever adds a line holds this row until they commit.
create table security.audit_head (
    id smallint primary key check (id = 1),
    position bigint not null,
    hash varchar(64) not null,
    cursor_key varchar(64) not null
);
