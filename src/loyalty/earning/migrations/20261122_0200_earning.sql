create schema earning;
-- What a purchase or an event earns. An order belongs to the newest version that is in force at its own time; what was counted keeps its version.
-- reference
create table earning.version (
  version int primary key,
  valid_from timestamptz not null,
  programme jsonb not null,
  note text not null default '',
  author text not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text
);
-- What a campaign may give in all. Its account is cut into slices, so that tills that give at once do not wait for one row; the bound of each is the
-- database's own, and so is the bound of their sum.
-- keyed by budget
create table earning.budget (
  budget text primary key,
  name text not null,
  currency text not null,
  at timestamptz not null
);
-- keyed by budget
create table earning.slice (
  budget text not null,
  slice_no int not null,
  bound bigint not null,
  used bigint not null default 0 check (used >= 0),
  primary key (budget, slice_no),
  check (used <= bound)
);
-- What an order or an event earned in one currency, under which version and with which facts: what a return needs to ask the same question again.
-- sharded by customer_id
create table earning.accrual (
  customer_id uuid not null,
  source text not null,
  number text not null,
  currency text not null,
  accrual_id uuid not null,
  kind text not null,                                      -- `order`, or the kind of the event
  order_id uuid,
  at timestamptz not null,
  day date not null,
  version int not null,
  facts jsonb not null,
  earned bigint not null check (earned >= 0),
  reversed bigint not null default 0 check (reversed between 0 and earned),
  inserted_at timestamptz not null,
  primary key (customer_id, source, number, currency)
);
create index accrual_day on earning.accrual (day);
-- How much of it each rule gave for each line; line 0 is the order or the event as a whole. `kept` is what returns have left of it: less in all, though the
-- last unit of a rule may move from one line to another.
-- sharded by customer_id
create table earning.part (
  customer_id uuid not null,
  accrual_id uuid not null,
  line_no int not null,
  rule text not null,
  amount bigint not null check (amount >= 0),
  kept bigint not null check (kept >= 0),
  primary key (customer_id, accrual_id, line_no, rule)
);
-- Counting what was recorded before: how far it is, so that it goes on where it was and counts nothing twice.
-- keyed by count_id
create table earning.count (
  count_id uuid primary key,
  from_at timestamptz not null,
  import_id uuid,                                          -- only the orders of this import
  at_cursor timestamptz,
  order_cursor uuid,
  orders bigint not null default 0,
  actor text not null,
  asked_at timestamptz not null,
  done_at timestamptz
);
-- How far the log has been read for rules on events, imports and the sample.
-- reference
create table earning.place (
  place_id int primary key default 1 check (place_id = 1),
  cursor text not null
);
