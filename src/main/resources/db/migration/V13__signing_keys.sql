-- The keys that content is signed with (docs/decisions/0018). Delivery has no business in this schema; the service asks.
create table security.signing_key (
    -- The thumbprint of the public half (RFC 7638).
    kid varchar(43) primary key,
    -- The public half, base64url.
    x varchar(43) not null,
    -- PKCS#8 in base64; null when it was configured, and from the moment nothing is signed with it any more.
    private_key varchar(200),
    source varchar(10) not null,
    created_at timestamp(3) with time zone not null,
    signs_from timestamp(3) with time zone not null,
    -- When the next one takes over; null until one is announced.
    signs_until timestamp(3) with time zone,
    revoked_at timestamp(3) with time zone
);

-- Whoever changes keys holds this row until they commit.
create table security.signing_lock (
    id smallint primary key check (id = 1)
);
insert into security.signing_lock (id) values (1);
