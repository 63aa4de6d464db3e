-- The lines of an order stand in its row, a column of theirs being an array: one row and one entry in an index instead of one a line. Nothing asks for a line without its order.
-- An array that would say nothing for any line is missing.
alter table orders.order add column products text[] not null default '{}', add column names text[], add column categories text[], add column quantities numeric[] not null default '{}',
  add column amounts_minor bigint[] not null default '{}', add column costs_minor bigint[];
update orders.order o set products = l.products, names = l.names, categories = l.categories, quantities = l.quantities, amounts_minor = l.amounts_minor, costs_minor = l.costs_minor
from (
  select customer_id, order_id, array_agg(product order by line_no) as products, case when count(name) > 0 then array_agg(name order by line_no) end as names,
    case when count(category) > 0 then array_agg(category order by line_no) end as categories, array_agg(quantity order by line_no) as quantities,
    array_agg(amount_minor order by line_no) as amounts_minor, case when count(cost_minor) > 0 then array_agg(cost_minor order by line_no) end as costs_minor
  from orders.line group by customer_id, order_id
) l where l.customer_id = o.customer_id and l.order_id = o.order_id;
drop table orders.line;
create view orders.line as
select o.customer_id, o.order_id, l.line_no::int as line_no, l.product, l.name, l.category, l.quantity, l.amount_minor, l.cost_minor
from orders.order o cross join lateral unnest(o.products, o.names, o.categories, o.quantities, o.amounts_minor, o.costs_minor) with ordinality
  as l (product, name, category, quantity, amount_minor, cost_minor, line_no);
