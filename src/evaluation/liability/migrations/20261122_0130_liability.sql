create schema liability;
-- How far each wallet's journal is summed. The wallet's own sequence says what is new: no clock and no late commit can hide an entry.
-- sharded by customer_id
create table liability.seen (
  customer_id uuid not null,
  currency text not null,
  sequence bigint not null,
  spent boolean not null,
  primary key (customer_id, currency)
);
-- The journal summed by day in both its times and by the life of the lots: what was owed on any day, as it counted or as it was known. Disposable: made again
-- from `points.entry`. No lot, as for debt: earned_on is -infinity; no end: expires_on is infinity.
-- reference
create table liability.movement (
  currency text not null,
  effective_on date not null,
  known_on date not null,
  earned_on date not null,
  expires_on date not null,
  from_account text not null,
  to_account text not null,
  amount bigint not null,
  entries bigint not null,
  primary key (currency, effective_on, known_on, earned_on, expires_on, from_account, to_account)
);
-- Points by their age in days when they came, were spent, ended or left otherwise, in 256 random groups of members: what the survival curve and its errors need.
-- reference
create table liability.flow (
  currency text not null,
  bunch smallint not null,
  age int not null,
  cause text not null check (cause in ('enter', 'spend', 'expire', 'leave')),
  amount bigint not null,
  primary key (currency, bunch, age, cause)
);
-- When all of this was last brought up to date, and in which zone its days are.
-- reference
create table liability.mark (
  one boolean primary key default true check (one),
  zone text not null,
  at timestamptz not null
);
-- How long points last, fitted: never changed, the newest counts.
-- reference
create table liability.fit (
  currency text not null,
  version int not null,
  as_of date not null,
  model jsonb not null,
  created_at timestamptz not null,
  primary key (currency, version)
);
-- What a point costs. A new version counts from its day on and revalues what is outstanding then.
-- reference
create table liability.price (
  version int primary key,
  parameters jsonb not null,
  valid_from date not null,
  note text not null,
  author text not null,
  at timestamptz not null
);
