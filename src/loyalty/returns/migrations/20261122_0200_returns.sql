create schema returns;
-- One row for each return or cancellation whose consequences were worked out: the row is the guard that this happens once.
-- sharded by customer_id
create table returns.booking (
  customer_id uuid not null,                              -- of the sale
  return_order_id uuid not null,
  order_id uuid not null,
  source text not null,
  number text not null,
  return_number text not null,
  at timestamptz not null,
  amount_minor bigint not null,
  due_minor bigint not null default 0,                    -- withheld from the money back (a discount that is lost with the goods); below zero: given back
  whole boolean not null,
  beyond jsonb not null,                                  -- what came back beyond what was sold
  actor text not null,
  recorded_at timestamptz not null,
  primary key (customer_id, return_order_id)
);
create index booking_recorded on returns.booking (recorded_at, return_order_id);
-- What each capability did about a return, in the order in which it did it.
-- sharded by customer_id
create table returns.consequence (
  customer_id uuid not null,
  return_order_id uuid not null,
  place int not null,
  capability text not null,
  code text not null,
  sentence jsonb not null,
  detail jsonb not null,
  primary key (customer_id, return_order_id, place)
);
-- Which line of the sale each line of a return is, where a person pointed at it. Returns that programs send name products only.
-- keyed by return_number
create table returns.pointed (
  source text not null,
  return_number text not null,
  line_no int not null,
  of_line int not null,
  primary key (source, return_number, line_no)
);
