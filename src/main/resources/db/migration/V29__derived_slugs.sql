-- Whether the slug of the newest revision was derived from the name: it follows the name until it is published. Of older
-- entries that is not known, and they keep what they have.
alter table editorial.entry add column slug_derived boolean not null default false;
