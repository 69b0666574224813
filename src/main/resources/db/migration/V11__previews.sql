-- What preview links are sealed with; another one makes all of them void.
create table editorial.preview_key (
    id smallint primary key check (id = 1),
    secret varchar(64) not null
);
