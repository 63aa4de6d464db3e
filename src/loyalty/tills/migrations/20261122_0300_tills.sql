create schema tills;
-- What points are worth at the till, within which bounds, and what tills without network may risk. A sale keeps the version it was quoted under.
-- reference
create table tills.setting (
  version int primary key,
  parameters jsonb not null,
  author text not null,
  at timestamptz not null
);
insert into tills.setting (version, parameters, author, at) values (0, '{
  "currency": "points", "points": "100", "moneyMinor": "10000", "least": "100", "most": null, "step": "100", "sharePermille": 500, "clockMinutes": 10, "lateHours": 48,
  "offline": {"worstPoints": "0", "perMember": "0", "hours": 24, "overspend": "debt"}
}', 'Changke', '2026-11-21T00:00:00Z');
-- A sale at a till: the basket as it was rung up, and how it was paid. Its order has what was paid in money, line by line.
-- sharded by customer_id
create table tills.sale (
  customer_id uuid not null,                              -- of nobody: the order's own id, as in orders.order
  order_id uuid not null,
  source text not null,
  number text not null,
  store text,
  till text,
  till_at timestamptz not null,                           -- what the till's clock said
  at timestamptz not null,                                -- when it counts
  recorded_at timestamptz not null,
  lines jsonb not null,                                   -- gross, with what each line bore of vouchers, offers and points
  gross_minor bigint not null,
  paid_minor bigint not null,
  points bigint not null default 0 check (points >= 0),
  points_back bigint not null default 0 check (points_back >= 0),
  currency text not null,                                 -- of the points
  setting_version int not null references tills.setting,
  overspend text,                                         -- of a sale without network: who bears what the balance lacked
  allowance_id uuid,                                      -- of a sale without network: by what it was allowed
  actor text not null,
  voided_at timestamptz,
  primary key (customer_id, order_id),
  check (points_back <= points)
);
create index sale_recorded on tills.sale (recorded_at);
create index sale_allowance on tills.sale (allowance_id) where allowance_id is not null;
-- The second guard: one receipt of one store is one deed of each kind, whatever keys a till asks with. The answer that was given is given again.
-- keyed by guard
create table tills.deed (
  guard text primary key,
  content text not null,                                  -- hash of what was asked
  answer jsonb,
  at timestamptz not null
);
-- A day of a store that is settled: its sales can be returned, no longer voided.
-- reference
create table tills.settlement (
  store text not null,
  day date not null,
  author text not null,
  at timestamptz not null,
  primary key (store, day)
);
-- What signs the codes that members show.
-- reference
create table tills.secret (
  one boolean primary key default true check (one),
  secret text not null
);
-- Codes that were shown: each opens a member once.
-- keyed by nonce
create table tills.code (
  nonce text primary key,
  expires_at timestamptz not null
);
-- Tills that may sell without network: what they sign is told by their public key.
-- reference
create table tills.device (
  device_id uuid primary key,
  name text not null,
  store text,
  public_key text not null,                               -- Ed25519, 32 bytes in base64url
  revoked_at timestamptz,
  author text not null,
  at timestamptz not null
);
-- What a till may let members spend without asking. What all open ones may spend together is never more than the setting's worst case.
-- keyed by allowance_id
create table tills.allowance (
  allowance_id uuid primary key,
  device_id uuid not null,
  total bigint not null check (total > 0),
  per_member bigint not null check (per_member >= 0),
  used bigint not null default 0,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  late_until timestamptz not null,                        -- until then what was sold may be told
  overspend text not null check (overspend in ('debt', 'store')),
  closed_at timestamptz,
  author text not null,
  check (used <= total)
);
-- Sales told later: each counter of an allowance once.
-- keyed by allowance_id
create table tills.envelope (
  allowance_id uuid not null,
  counter int not null,
  told text not null,
  customer_id uuid,
  points bigint not null,
  at timestamptz not null,
  received_at timestamptz not null,
  primary key (allowance_id, counter)
);
