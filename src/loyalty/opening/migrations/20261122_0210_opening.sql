create schema opening;
-- A file of balances from another programme on its way: what was found in it, the control totals that a person typed, what was booked.
-- keyed by file_id
create table opening.file (
  file_id uuid primary key,
  file_name text not null,
  bytes bigint not null,
  layout jsonb not null,
  mapping jsonb not null,
  control jsonb not null default '[]',
  found jsonb,                                            -- what the check found; null until it is done, and again after every change of the mapping
  state text not null check (state in ('uploaded', 'checked', 'booked', 'undone')),
  run_id uuid,
  actor text not null,
  created_at timestamptz not null,
  ended_at timestamptz
);
-- The lots of a file as they were understood. `member_id` is who it was at the check; `customer_id` who got it.
-- keyed by file_id
create table opening.lot (
  file_id uuid not null,
  line bigint not null,
  part smallint not null,                                 -- 0: points, 1: growth value, 2: nothing but the member and the tier
  keys jsonb not null,
  name text,
  member_id uuid not null,
  customer_id uuid,
  currency text,
  amount bigint not null,
  earned_on date,
  expires_on date,
  tag text not null,                                      -- what tells this lot from the member's others: its number, or its days
  place int not null default 1,                           -- among the member's lots of one tag
  tier text,
  state text not null check (state in ('fresh', 'known', 'differs', 'ended', 'booked', 'undone')),
  primary key (file_id, line, part)
);
create index lot_member on opening.lot (file_id, customer_id);
-- keyed by file_id
create table opening.reject (
  file_id uuid not null,
  line bigint not null,
  code text not null,
  detail jsonb not null,
  cells jsonb not null,
  points bigint not null default 0,
  currency text,
  primary key (file_id, line)
);
-- What was brought over once is never brought over again: programme, member and lot. Undoing a file frees its own.
-- keyed by guard
create table opening.claim (
  guard text primary key,
  customer_id uuid not null,
  file_id uuid not null,
  amount bigint not null
);
create index claim_file on opening.claim (file_id);
