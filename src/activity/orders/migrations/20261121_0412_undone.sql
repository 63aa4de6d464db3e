-- From an order to the returns that undo it.
create index order_undone on orders.order (undoes_order_id) where undoes_order_id is not null;
