create schema orders;
-- A sale, a return or a cancellation, each a fact of its own. Money in ten-thousandths of the currency's unit. An anonymous order carries its own id as
-- customer_id, so that walk-in sales spread over the shards.
-- sharded by customer_id
create table orders.order (
  customer_id uuid not null,
  order_id uuid not null,
  kind text not null check (kind in ('sale', 'return', 'cancellation')),
  source text not null,
  number text not null,
  at timestamptz not null,
  day date not null,                                      -- the local day in the business's zone
  channel text,
  store_id uuid,
  currency text not null,
  total_minor bigint not null,
  cost_minor bigint,
  undoes_number text,
  undoes_order_id uuid,
  anonymous boolean not null,
  import_id uuid,
  recorded_at timestamptz not null,
  changed_xid xid8 not null default pg_current_xact_id(),
  primary key (customer_id, order_id),
  check (anonymous = (customer_id = order_id)),
  check (kind <> 'sale' or undoes_number is null)
);
create index order_changed on orders.order (changed_xid);
create index order_undoes on orders.order (source, undoes_number) where undoes_number is not null;
-- sharded by customer_id
create table orders.line (
  customer_id uuid not null,
  order_id uuid not null,
  line_no int not null,
  product text not null,
  name text,
  category text,
  quantity numeric not null,
  amount_minor bigint not null,
  cost_minor bigint,
  primary key (order_id, line_no, customer_id)             -- ids grow with time: an import adds at the end of the index
);
-- One number of one source is one order, over all customers.
-- keyed by number
create table orders.receipt (
  source text not null,
  number text not null,
  customer_id uuid not null,
  order_id uuid not null,
  content_hash uuid not null,                              -- what the order said: the same again is told without reading it
  primary key (source, number)
);
