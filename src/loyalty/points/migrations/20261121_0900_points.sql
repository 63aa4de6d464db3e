create schema points;
-- What points are: their names and scale, their life, and what a return may take. A new version never changes what was earned under an old one. In force at
-- an instant is the one of the latest valid_from up to it; a version that is not in force yet can be withdrawn.
-- reference
create table points.policy (
  version int primary key,
  parameters jsonb not null,
  note text not null default '',
  author text not null,
  at timestamptz not null,
  valid_from timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text
);
insert into points.policy (version, parameters, note, author, at, valid_from) values (0, '{
  "points": {"name": {"zh": "积分", "en": "Points"}, "scale": 0, "spendable": true, "pendingDays": 0, "ttl": {"months": 12, "until": "month"}, "onRefund": "into_debt", "graceDays": 30},
  "growth": {"name": {"zh": "成长值", "en": "Growth value"}, "scale": 0, "spendable": false, "pendingDays": 0, "ttl": {"months": 12, "until": "day"}, "onRefund": "into_debt", "graceDays": 0}
}', '', 'Changke', '2026-11-21T00:00:00Z', '1970-01-01T00:00:00Z');
-- The sums of a member's lots, kept so that a spend locks one row and the database itself refuses a wallet below zero. `points.entry` is the truth.
-- sharded by customer_id
create table points.wallet (
  customer_id uuid not null,
  currency text not null,
  pending bigint not null default 0 check (pending >= 0),
  available bigint not null default 0 check (available >= 0),
  held bigint not null default 0 check (held >= 0),
  debt bigint not null default 0 check (debt >= 0),
  sequence bigint not null default 0,
  primary key (customer_id, currency)
);
alter table points.wallet set (fillfactor = 70);
-- What was earned at once, and where it is now.
-- sharded by customer_id
create table points.lot (
  customer_id uuid not null,
  lot_id uuid not null,
  currency text not null,
  earned bigint not null check (earned > 0),
  pending bigint not null check (pending >= 0),
  available bigint not null check (available >= 0),
  held bigint not null check (held >= 0),
  earned_at timestamptz not null,
  matures_on date,                                        -- first day on which it may be spent; null: at once
  expires_on date,                                        -- last day on which it may be spent; null: never
  policy_version int not null,                            -- no foreign key: whoever earns would lock the policy's row
  source text,
  number text,
  -- An index that asks for this and not for the amounts need not be touched whenever some of a lot is spent.
  live boolean not null generated always as (pending + available + held > 0) stored,
  primary key (customer_id, lot_id),
  check (pending + available + held <= earned)
);
alter table points.lot set (fillfactor = 80);
-- In the order of spending: whoever spends reads the first ones.
create index lot_live on points.lot (customer_id, currency, expires_on, earned_at, lot_id) where live;
create index lot_matures on points.lot (matures_on) where pending > 0;
create index lot_expires on points.lot (expires_on) where live;
-- Points put aside for a basket until a deadline.
-- sharded by customer_id
create table points.hold (
  customer_id uuid not null,
  hold_id uuid not null,
  currency text not null,
  deadline timestamptz not null,
  state text not null check (state in ('open', 'captured', 'released')),
  source text,
  number text,
  primary key (customer_id, hold_id)
);
create index hold_open on points.hold (deadline) where state = 'open';
create index hold_of on points.hold (customer_id, currency) where state = 'open';
-- The journal, append-only: every posting moves an amount from one account to another. Two times: when it counts, and when the ledger learned of it.
-- sharded by customer_id
create table points.entry (
  customer_id uuid not null,
  currency text not null,
  sequence bigint not null,
  kind text not null,
  from_account text not null,
  to_account text not null,
  amount bigint not null check (amount > 0),
  lot_id uuid,
  hold_id uuid,
  source text,
  number text,
  effective_at timestamptz not null,
  inserted_at timestamptz not null,
  policy_version int not null,
  booking_id uuid not null,                               -- of all that one command wrote
  actor text not null,
  note text,
  primary key (customer_id, currency, sequence),
  check (from_account <> to_account)
);
create index entry_hold on points.entry (customer_id, hold_id) where hold_id is not null;
create index entry_order on points.entry (customer_id, source, number) where number is not null;
-- A till that asks again with a new key is known by its receipt (the second guard).
-- keyed by guard
create table points.guard (
  guard text primary key,
  customer_id uuid not null,
  at timestamptz not null
);
