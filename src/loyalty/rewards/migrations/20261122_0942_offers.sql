-- A basket as it was before discounts, and what it was told: what a return is worked out from.
-- sharded by customer_id
create table rewards.basket (
  customer_id uuid not null,
  source text not null,
  number text not null,
  at timestamptz not null,
  lines jsonb not null,
  purchases jsonb not null,                                -- how many purchases each frequency offer had counted before it
  primary key (customer_id, source, number)
);
-- What an order was given off, by which version of which offer, or from which trade-in. `kept_minor` is what of it stands after returns.
-- sharded by customer_id
create table rewards.given (
  customer_id uuid not null,
  source text not null,
  number text not null,
  place int not null,
  definition_id uuid not null,
  version int not null,
  trade_in_id uuid,
  period text,
  amount_minor bigint not null check (amount_minor > 0),
  kept_minor bigint not null check (kept_minor >= 0),
  lines jsonb not null,
  at timestamptz not null,
  primary key (customer_id, source, number, place),
  check (kept_minor <= amount_minor)
);
create index given_definition on rewards.given (definition_id, at);
-- An old item taken in exchange: its credit towards another, spent in whole or in part.
-- sharded by customer_id
create table rewards.trade_in (
  customer_id uuid not null,
  trade_in_id uuid not null,
  definition_id uuid not null,
  version int not null,
  serial text not null,
  item text not null,
  grade int not null,
  photo text,
  credit_minor bigint not null check (credit_minor > 0),
  used_minor bigint not null default 0 check (used_minor >= 0),
  state text not null check (state in ('assessed', 'withdrawn')),
  day date not null,
  expires_on date,
  store_id uuid,
  actor text not null,
  at timestamptz not null,
  primary key (customer_id, trade_in_id),
  check (used_minor <= credit_minor)
);
-- An item is taken in once, whoever brings it.
-- keyed by serial
create table rewards.serial (
  serial text primary key,
  customer_id uuid not null,
  trade_in_id uuid not null
);
-- Who came along with a member and had the benefit.
-- sharded by customer_id
create table rewards.companion (
  customer_id uuid not null,
  companion_id uuid not null,
  definition_id uuid not null,
  version int not null,
  name text,
  period text,
  store_id uuid,
  order_id uuid,
  undone_at timestamptz,
  actor text not null,
  at timestamptz not null,
  primary key (customer_id, companion_id)
);
-- The levels of a mileage that a member has been rewarded for: each once.
-- sharded by customer_id
create table rewards.level (
  customer_id uuid not null,
  definition_id uuid not null,
  level bigint not null,
  order_id uuid not null,
  at timestamptz not null,
  primary key (customer_id, definition_id, level)
);
-- What was measured for a member, by sale or by hand. The sums are the points ledger's; this says for what, and by which version.
-- sharded by customer_id
create table rewards.mile (
  customer_id uuid not null,
  definition_id uuid not null,
  source text not null,
  number text not null,
  version int not null,
  units bigint not null check (units > 0),
  kept_units bigint not null check (kept_units between 0 and units),
  at timestamptz not null,
  primary key (customer_id, definition_id, source, number)
);
