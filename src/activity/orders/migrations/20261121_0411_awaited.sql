-- A return may arrive before the order that it undoes: its receipt is then awaited, a row without an order. Claiming the number waits for that row's
-- transaction, so the two find each other however they race.
alter table orders.receipt alter column customer_id drop not null;
alter table orders.receipt alter column order_id drop not null;
alter table orders.receipt alter column content_hash drop not null;
alter table orders.receipt add constraint receipt_whole check (num_nulls(customer_id, order_id, content_hash) in (0, 3));
-- Lists run backwards through the days.
create index order_day on orders.order (day, order_id);
