create schema identity;
-- One value, one person: the table that makes a phone or a card unique over all customers.
-- keyed by value
create table identity.identity (
  kind text not null check (kind in ('phone', 'email', 'openid', 'unionid', 'card', 'marketplace', 'number')),
  value text collate "C" not null,                        -- so that the primary key finds beginnings too
  customer_id uuid not null,
  source text not null,
  at timestamptz not null,
  primary key (kind, value)
);
create index identity_customer on identity.identity (customer_id);
create index identity_tail on identity.identity (kind, (right(value, 4)));
create index identity_value on identity.identity using gin (value gin_trgm_ops);
