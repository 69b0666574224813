-- Every publication asks which places are hidden; without this, of every entry there is.
create index entry_place_hidden on live.entry (place_hidden, id);
