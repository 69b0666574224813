-- The day on which the errors and warnings of the newest revision were counted, and the position of the published store then;
-- null until they are counted again. Drafts that were counted on another day or position are counted again
-- (FindingCountRefresher).
alter table editorial.entry add column checked_on date;
alter table editorial.entry add column checked_position bigint;
