-- What a webhook is sent out of its turn: withdrawals for safety ahead of it, and changes that were set aside because the
-- receiver refused them (docs/decisions/0037).

-- Every withdrawal for safety up to here was sent ahead, or its turn has come. In a webhook of the version before, those that
-- have not been sent yet go ahead.
alter table webhook.endpoint add column looked_ahead bigint default 0 not null;
-- Whether by_hand_until is about a change, which no other change may overtake.
alter table webhook.endpoint add column replaying boolean default false not null;

alter table webhook.delivery add column ahead boolean default false not null;
-- How many attempts have failed, and how many of them for a reason that may lie in what was sent.
alter table webhook.delivery add column failures integer default 0 not null;
alter table webhook.delivery add column refusals integer default 0 not null;
-- When a delivery out of turn is tried next; null where the webhook's own time counts, or nothing is to be sent.
alter table webhook.delivery add column due_at timestamp(3) with time zone;
create index delivery_due on webhook.delivery (due_at, endpoint_id);
