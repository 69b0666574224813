-- When an entry last changed in a way that matters, and what was said of that: a follower that reads on after several
-- changes of one entry must not take the last one, a comma, for all of them.
alter table live.entry add column major_position bigint;
alter table live.entry add column major_note text;
update live.entry set major_position = position, major_note = note;
alter table live.entry alter column major_position set not null;

-- The operator's word for the restoration that this database came from; another word gives the feed another identity.
alter table live.feed add column restored varchar(100);
