-- What editors say to each other about an entry, and why revisions were rejected. Never part of what is published.
create table editorial.entry_comment (
    id uuid primary key,
    entry_id uuid not null references editorial.entry (id),
    -- 1, 2, 3 ... within the entry, in the order of writing.
    number integer not null,
    -- The newest revision when it was written.
    revision integer not null,
    kind varchar(20) not null,
    author varchar(300) not null,
    author_name varchar(200) not null,
    written_at timestamp(3) with time zone not null,
    -- Null once the text of the entry was removed for a person's safety.
    comment_text text
);
create unique index entry_comment_number on editorial.entry_comment (entry_id, number);

-- The revision that was rejected last, until it or a later one is approved or published.
alter table editorial.entry add column rejected_revision integer;

-- The reasons that are still known of rejections up to now.
insert into editorial.entry_comment
    (id, entry_id, number, revision, kind, author, author_name, written_at, comment_text)
select gen_random_uuid(), r.entry_id, row_number() over (partition by r.entry_id order by r.number), r.number, 'REJECTION',
    r.reviewed_by, r.reviewed_by_name, r.reviewed_at, r.review_note
from editorial.revision r
where r.review_note is not null and r.reviewed_by is not null and r.reviewed_by_name is not null
    and r.reviewed_at is not null;

update editorial.entry set rejected_revision = (
    select max(c.revision) from editorial.entry_comment c
    where c.entry_id = editorial.entry.id and c.revision > coalesce(editorial.entry.live_revision, 0)
        and not exists (
            select 1 from editorial.revision r
            where r.entry_id = c.entry_id and r.number > c.revision and r.stage = 'APPROVED'));
