-- Slugs that were removed because they can name a place. Only a salted digest is kept, so that no entry gets one again
-- (docs/decisions/0039). Scope is the family, or the guide of a step, as in live.slug.
create table live.redacted_slug (
    scope varchar(40) not null,
    digest varchar(64) not null,
    salt varchar(32) not null,
    primary key (scope, digest)
);
