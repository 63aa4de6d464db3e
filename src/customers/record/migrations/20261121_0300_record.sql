create schema record;
create extension if not exists pg_trgm;
-- sharded by customer_id
create table record.customer (
  customer_id uuid primary key,
  kind text not null default 'consumer' check (kind in ('consumer', 'intermediary', 'internal', 'public_interest')),
  name text,
  pinyin text,                                            -- full spelling without spaces, lower case
  initials text,                                          -- first letters
  gender text check (gender in ('female', 'male', 'other')),
  birth_year int check (birth_year between 1880 and 2200),
  birth_month int check (birth_month between 1 and 12),
  birth_day int check (birth_day between 1 and 31),
  birth_calendar text check (birth_calendar in ('solar', 'lunar')),
  birth_leap boolean not null default false,              -- the month is the leap one of that lunar year
  occupation text,
  industry text,
  region text,                                            -- 6-digit division code for China (province, city or district), free text elsewhere
  country text,
  address text,
  custom jsonb not null default '{}',
  source text not null,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  changed_xid xid8 not null default pg_current_xact_id(),
  check ((birth_month is null) = (birth_day is null)),
  check (birth_calendar is not null or birth_month is null)
);
create index customer_name on record.customer using gin (name gin_trgm_ops);
create index customer_pinyin on record.customer using gin (pinyin gin_trgm_ops);
create index customer_initials on record.customer (initials text_pattern_ops);
create index customer_region on record.customer (region text_pattern_ops);
create index customer_changed on record.customer (changed_xid);
-- Own fields, typed by the business.
-- reference
create table record.field (
  key text primary key check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  label_zh text not null,
  label_en text not null,
  type text not null check (type in ('text', 'number', 'date', 'boolean', 'choice')),
  choices jsonb not null default '[]',
  position int not null default 0,
  version int not null default 1,
  updated_at timestamptz not null
);
-- What later rooms learned of a customer, kept here so that rooms to the left of them can read it.
-- sharded by customer_id
create table record.trait (
  customer_id uuid not null references record.customer,
  key text not null,
  value jsonb not null,
  source text not null,
  at timestamptz not null,
  primary key (customer_id, key)
);
