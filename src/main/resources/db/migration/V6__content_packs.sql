-- What content packs have brought in. Delivery has no business here.
create schema pack;

create table pack.loaded (
    entry_id uuid primary key,
    digest varchar(64) not null
);
