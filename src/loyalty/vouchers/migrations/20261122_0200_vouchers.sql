create schema vouchers;
-- What a voucher is worth and when it counts. A new version never changes what was issued under an old one.
-- reference
create table vouchers.template (
  template_id uuid not null,
  version int not null,
  terms jsonb not null,
  note text not null default '',
  author text not null,
  at timestamptz not null,
  primary key (template_id, version)
);
-- Where a template stands: its newest version, whether it still gives vouchers out, and the hard bound on how many. `given` is counted only where there is
-- a bound, so that without one no two members wait for each other.
-- keyed by template_id
create table vouchers.account (
  template_id uuid primary key,
  version int not null,
  stopped boolean not null default false,
  bound bigint check (bound >= 0),
  given bigint not null default 0 check (given >= 0),
  created_at timestamptz not null,
  check (bound is null or given <= bound)
);
-- How many of a template a member was ever given: the bound per member is kept here, exactly.
-- sharded by customer_id
create table vouchers.holding (
  customer_id uuid not null,
  template_id uuid not null,
  given int not null check (given >= 0),
  primary key (customer_id, template_id)
);
-- A member's voucher, as its movements say. Units are money where it may be used in parts, else one use.
-- sharded by customer_id
create table vouchers.voucher (
  customer_id uuid not null,
  voucher_id uuid not null,
  template_id uuid not null,
  version int not null,
  code text not null,
  face bigint not null check (face > 0),
  open bigint not null check (open >= 0),
  held bigint not null check (held >= 0),
  used bigint not null check (used >= 0),
  ended bigint not null check (ended >= 0),
  voided boolean not null default false,
  valid_from date not null,                               -- first local day on which it counts
  valid_to date,                                          -- last local day, included; null: for ever
  held_source text,
  held_number text,
  held_until timestamptz,
  sequence int not null,
  issued_at timestamptz not null,
  origin text not null,                                   -- what gave it: person, list, code, or a capability
  primary key (customer_id, voucher_id),
  check (open + held + used + ended = face),
  check ((held > 0) = (held_until is not null))
);
create index voucher_template on vouchers.voucher (template_id, voucher_id);
create index voucher_ends on vouchers.voucher (valid_to) where open > 0;
create index voucher_held on vouchers.voucher (held_until) where held > 0;
-- The journal, append-only: every movement takes units from one account to another.
-- sharded by customer_id
create table vouchers.movement (
  customer_id uuid not null,
  voucher_id uuid not null,
  sequence int not null,
  kind text not null check (kind in ('issue', 'hold', 'release', 'redeem', 'give_back', 'expire', 'void')),
  from_account text not null,
  to_account text not null,
  units bigint not null check (units > 0),
  discount_minor bigint not null default 0,               -- what the order cost less, or more again
  source text,
  number text,
  until timestamptz,                                      -- the deadline of a hold
  valid_to date,                                          -- the last day from now on, where it changed
  split jsonb,                                            -- of a redemption: line, what it cost, what it cost less
  effective_at timestamptz not null,
  inserted_at timestamptz not null,
  actor text not null,
  note text,
  primary key (customer_id, voucher_id, sequence),
  check (from_account <> to_account)
);
create index movement_order on vouchers.movement (customer_id, source, number) where number is not null;
create index movement_redeemed on vouchers.movement (effective_at) where kind = 'redeem';
-- One code is one thing, over all members: a voucher, a code that waits for whoever brings it, or a word that all may say.
-- keyed by code
create table vouchers.code (
  code text primary key,
  template_id uuid not null,
  batch_id uuid,
  shared boolean not null default false,
  customer_id uuid,
  voucher_id uuid,
  check (num_nulls(customer_id, voucher_id) in (0, 2)),
  check (not shared or voucher_id is null)
);
-- Codes of a batch are read in order, page by page.
create index code_batch on vouchers.code (batch_id, code) where batch_id is not null;
-- Many at once: codes made or taken in, or vouchers given to a list of members.
-- reference
create table vouchers.batch (
  batch_id uuid primary key,
  template_id uuid not null,
  version int not null,
  kind text not null check (kind in ('generated', 'imported', 'listed')),
  name text not null,
  wanted bigint,                                          -- known from the start, or once the file is read
  run_id uuid,
  actor text not null,
  created_at timestamptz not null,
  ended_at timestamptz
);
-- A piece of a batch that is done, written in the piece's own transaction: what a killed or cancelled batch goes on from.
-- keyed by batch_id
create table vouchers.piece (
  batch_id uuid not null,
  piece_no int not null,
  made int not null,
  known int not null default 0,                           -- were there already, or were given all they may have
  refused jsonb not null default '[]',
  primary key (batch_id, piece_no)
);
