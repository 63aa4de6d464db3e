create schema business;
-- Whose house it is: one row.
-- reference
create table business.business (
  id smallint primary key default 1 check (id = 1),
  name text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  zone text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  synthetic boolean not null default false,
  settled boolean not null default false,                 -- something was sold: zone and currency stay
  version int not null default 1,
  updated_at timestamptz not null
);
-- reference
create table business.store (
  store_id uuid primary key,
  code text not null unique,
  name text not null,
  region text,
  created_at timestamptz not null
);
