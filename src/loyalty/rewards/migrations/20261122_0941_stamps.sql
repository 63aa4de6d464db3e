-- A member's stamps on one card, as one row that every change of it locks.
-- sharded by customer_id
create table rewards.card (
  customer_id uuid not null,
  definition_id uuid not null,
  sequence int not null default 0,
  primary key (customer_id, definition_id)
);
-- The journal of stamps, append-only: what a card holds, owes and has filled is what this says.
-- sharded by customer_id
create table rewards.stamp (
  customer_id uuid not null,
  definition_id uuid not null,
  sequence int not null,
  kind text not null check (kind in ('given', 'used', 'unused', 'lapsed', 'taken', 'annulled', 'owed', 'repaid')),
  amount int not null check (amount > 0),
  lot int not null,                                        -- the entry that gave these stamps
  full_no int,                                             -- the full card that they went into or came out of
  version int not null,                                    -- of the card's definition, as it was when they were given
  source text not null,
  number text not null,
  day date not null,
  expires_on date,                                         -- the last day on which they count
  at timestamptz not null,
  actor text not null,
  primary key (customer_id, definition_id, sequence)
);
create index stamp_day on rewards.stamp (definition_id, day);
alter table rewards.order add column owed boolean not null default false; -- what it came with was returned after it was handed over: to be made up first
alter table rewards.order add column voucher_ids jsonb not null default '[]'; -- what a voucher reward handed out
