-- Local days follow instants, so one index in the order of time serves lists and days alike.
drop index orders.order_day;
create index order_at on orders.order (at, order_id);
