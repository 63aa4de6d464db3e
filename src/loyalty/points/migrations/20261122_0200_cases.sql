-- What an entry rests on beside its order: most have none of it, so it lies beside the journal and not in it.
-- sharded by customer_id
create table points.basis (
  customer_id uuid not null,
  currency text not null,
  sequence bigint not null,
  member_id uuid,                                         -- who acted in a shared wallet; the other side of a transfer
  link_id uuid,                                           -- the merge, transfer, exchange or approval that it belongs to
  rate_id uuid,                                           -- the rate of an exchange or of a partner
  partner_id uuid,
  primary key (customer_id, currency, sequence)
);
create index basis_link on points.basis (link_id) where link_id is not null;
create index basis_partner on points.basis (partner_id) where partner_id is not null;
create index basis_member on points.basis (member_id) where member_id is not null;
-- What a member gets once in a life: a welcome gift. Asked over every id of one person.
-- sharded by customer_id
create table points.once (
  customer_id uuid not null,
  once text not null,
  currency text not null,
  lot_id uuid,
  at timestamptz not null,
  primary key (customer_id, once)
);
alter table points.hold drop constraint hold_state_check;
alter table points.hold add constraint hold_state_check check (state in ('open', 'captured', 'released', 'moved'));
-- The last month that is closed; nothing may count in it or before it without an approval.
-- reference
create table points.closing (
  month text primary key check (month ~ '^\d{4}-\d{2}$'),
  closed_at timestamptz not null,
  closed_by text not null,
  note text not null default '',
  reopened_at timestamptz,
  reopened_by text
);
-- Commands for a closed month wait here for a second person.
-- keyed by approval_id
create table points.approval (
  approval_id uuid primary key,
  orders jsonb not null,
  reason text not null,
  requested_by text not null,
  requested_at timestamptz not null,
  state text not null default 'requested' check (state in ('requested', 'approved', 'rejected')),
  decided_by text,
  decided_at timestamptz,
  answer text,
  check (decided_by <> requested_by)
);
create index approval_open on points.approval (requested_at) where state = 'requested';
-- What one currency gives in another: for every `give` whole units `get`.
-- reference
create table points.rate (
  rate_id uuid primary key,
  from_currency text not null,
  to_currency text not null,
  give bigint not null check (give > 0),
  get bigint not null check (get > 0),
  valid_from timestamptz not null,
  author text not null,
  note text not null default '',
  at timestamptz not null,
  check (from_currency <> to_currency)
);
-- A wallet of several: a family, a company.
-- keyed by pool_id
create table points.pool (
  pool_id uuid primary key,
  name text not null,
  on_leave text not null check (on_leave in ('stays', 'in_proportion')),
  version int not null default 1,
  author text not null,
  at timestamptz not null
);
-- keyed by pool_id
create table points.pool_member (
  pool_id uuid not null references points.pool (pool_id),
  customer_id uuid not null,
  may_spend boolean not null,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (pool_id, customer_id)
);
create index pool_member_customer on points.pool_member (customer_id);
-- Who gives our points (pays us when they do) or takes them (is owed when they do).
-- reference
create table points.partner (
  partner_id uuid primary key,
  name text not null,
  issues boolean not null,
  accepts boolean not null,
  is_active boolean not null default true,
  author text not null,
  at timestamptz not null
);
-- Money for a point, in ten-thousandths: whole numbers, so that a statement never rounds.
-- reference
create table points.partner_rate (
  rate_id uuid primary key,
  partner_id uuid not null references points.partner,
  side text not null check (side in ('issue', 'accept')),
  currency text not null,
  money_minor bigint not null check (money_minor > 0),
  valid_from timestamptz not null,
  author text not null,
  at timestamptz not null
);
-- Money that a partner paid us, or, below zero, that we paid them.
-- reference
create table points.partner_payment (
  payment_id uuid primary key,
  partner_id uuid not null references points.partner,
  money_minor bigint not null check (money_minor <> 0),
  paid_on date not null,
  note text not null default '',
  author text not null,
  at timestamptz not null
);
