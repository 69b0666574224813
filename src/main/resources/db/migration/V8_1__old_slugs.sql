-- What an entry or a step was called before, for whoever takes the whole store over.
create index slug_owner on live.slug (owner_id);
