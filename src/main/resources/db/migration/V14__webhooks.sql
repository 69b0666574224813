-- Where changes are sent to, and what came of it. Nothing of the content stands here: what is sent is made from the
-- published store at each attempt, so that what was withdrawn lives on nowhere.
create schema webhook;

create table webhook.endpoint (
    id uuid primary key,
    owner_id varchar(500) not null,
    owner_name varchar(200) not null,
    url varchar(600) not null,
    -- Names separated by commas; empty for all.
    families varchar(200) not null,
    interest varchar(10) not null,
    status varchar(20) not null,
    status_reason varchar(20),
    -- As they are: signing needs them.
    secret varchar(80) not null,
    previous_secret varchar(80),
    previous_secret_until timestamp(3) with time zone,
    feed_id uuid not null,
    -- Everything up to here has been looked at and, where it was wanted, acknowledged.
    scanned bigint not null,
    -- Where the endpoint had last caught up: a major change after it has not been sent, however the entry moved on since.
    caught_up bigint not null,
    -- The position of the last acknowledged change, 0 before the first.
    delivered bigint not null,
    -- The delivery that waits to be acknowledged; nothing else is sent before it.
    head uuid,
    -- How many deliveries there have been, which is the number of the last.
    deliveries bigint not null,
    failures integer not null,
    failing_since timestamp(3) with time zone,
    due_at timestamp(3) with time zone not null,
    -- Who is sending, as a random number, and until when nobody else may.
    claim uuid,
    claimed_until timestamp(3) with time zone,
    -- The same for what somebody asks to be sent by hand.
    by_hand_until timestamp(3) with time zone,
    created_at timestamp(3) with time zone not null,
    verified_at timestamp(3) with time zone
);
create index endpoint_owner on webhook.endpoint (owner_id, id);
create index endpoint_due on webhook.endpoint (status, due_at);

create table webhook.delivery (
    id uuid primary key,
    endpoint_id uuid not null references webhook.endpoint (id) on delete cascade,
    number bigint not null,
    kind varchar(20) not null,
    state varchar(20) not null,
    -- Of a change alone: which it is, and what its bytes depend on beside the entry.
    position bigint,
    previous_position bigint,
    caught_up bigint,
    feed_id uuid,
    family varchar(40),
    entry_id uuid,
    op varchar(20),
    created_at timestamp(3) with time zone not null
);
create unique index delivery_number on webhook.delivery (endpoint_id, number);
create index delivery_entry on webhook.delivery (entry_id);
create index delivery_created on webhook.delivery (created_at);

create table webhook.attempt (
    id uuid primary key,
    delivery_id uuid not null references webhook.delivery (id) on delete cascade,
    at timestamp(3) with time zone not null,
    -- 0 where there was no answer.
    status integer not null,
    latency_millis bigint not null,
    -- The first bytes of the answer, printable.
    answer varchar(500) not null,
    fault varchar(40)
);
create index attempt_delivery on webhook.attempt (delivery_id, at);
