create schema rewards;
-- What is offered: rewards, stamp cards, offers, gifts, trade-ins, mileage, companions. A change is a new version; what was given keeps the version under
-- which it was given.
-- reference
create table rewards.definition (
  definition_id uuid not null,
  version int not null check (version > 0),
  kind text not null check (kind in ('reward', 'stamp_card', 'offer', 'gift', 'trade_in', 'mileage', 'companion')),
  title_zh text not null,
  title_en text not null,
  parameters jsonb not null,
  active boolean not null,
  author text not null,
  at timestamptz not null,
  primary key (definition_id, version)
);
-- How many are left. The database itself refuses to hand out what is not there.
-- keyed by reward_id
create table rewards.stock (
  reward_id uuid not null,
  place text not null,                                     -- the id of a store, or 'all' where the stores draw on one stock
  remaining int not null check (remaining >= 0),
  primary key (reward_id, place)
);
-- Every change of a stock, append-only: their sum is what remains.
-- keyed by reward_id
create table rewards.stock_entry (
  reward_id uuid not null,
  entry_id uuid not null,
  place text not null,
  change int not null check (change <> 0),
  why text not null check (why in ('counted', 'given', 'given_back')),
  order_id uuid,
  actor text not null,
  note text,
  at timestamptz not null,
  primary key (reward_id, entry_id)
);
-- A reward that a member ordered or was given, until it is handed over or cancelled.
-- sharded by customer_id
create table rewards.order (
  customer_id uuid not null,
  order_id uuid not null,
  reward_id uuid not null,
  version int not null,
  quantity int not null check (quantity > 0),
  origin text not null check (origin in ('redeemed', 'stamps', 'gift', 'mileage', 'companion')),
  origin_id uuid,                                          -- the card, gift, mileage or companion benefit that gave it
  origin_version int,                                      -- of the gift: what it asked for then is what a return is judged by
  origin_key text,                                         -- what of it: the number of the full card, the sale, the level
  currency text,
  points bigint not null default 0 check (points >= 0),
  money_minor bigint not null default 0 check (money_minor >= 0),
  value_minor bigint not null check (value_minor >= 0),    -- what it costs the business
  place text not null,
  stocked boolean not null,                                -- taken from the stock; false: it waits for stock, or the reward keeps none
  period text,                                             -- the period of the limit that it counts in
  state text not null check (state in ('waiting', 'placed', 'ready', 'fulfilled', 'cancelled')),
  code text not null,
  actor text not null,
  placed_at timestamptz not null,
  changed_at timestamptz not null,
  note text,
  primary key (customer_id, order_id),
  foreign key (reward_id, version) references rewards.definition (definition_id, version)
);
create index order_open on rewards.order (placed_at, order_id) where state in ('waiting', 'placed', 'ready');
create index order_placed on rewards.order (placed_at, order_id);
-- What a member says at the counter.
-- keyed by code
create table rewards.code (
  code text primary key,
  customer_id uuid not null,
  order_id uuid not null
);
-- A till that asks again with a new key is known by its receipt.
-- keyed by guard
create table rewards.guard (
  guard text primary key,
  customer_id uuid not null,
  at timestamptz not null
);
-- How often a member has used something in a period: a bound that holds however many ask at once.
-- sharded by customer_id
create table rewards.use (
  customer_id uuid not null,
  definition_id uuid not null,
  period text not null,                                    -- '2026-11-22', '2026-11', '2026' or 'ever'
  used int not null check (used >= 0),
  primary key (customer_id, definition_id, period)
);
