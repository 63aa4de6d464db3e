-- As before, of lines that stand in their order's row.
create view warehouse.purchase as
select coalesce(a.survivor_id, o.customer_id) as customer_id, o.order_id, o.day, o.at, case when o.kind = 'sale' then 'sale' else 'refund' end as kind, o.anonymous,
  case when o.kind = 'sale' then o.total_minor else least(o.total_minor, 0) end as gross_minor,
  case when o.kind = 'sale' then coalesce((select sum(l.amount_minor)::bigint from unnest(o.quantities, o.amounts_minor) l (quantity, amount_minor) where l.quantity > 0 and l.amount_minor > 0), 0) else 0 end as clean_minor,
  case when o.kind = 'sale' then coalesce((select sum(greatest(-r.total_minor, 0))::bigint from orders.order r where r.undoes_order_id = o.order_id and r.kind <> 'sale'), 0) else 0 end as refunded_minor,
  o.cost_minor, o.channel, o.store_id,
  (select l.category from unnest(o.categories, o.amounts_minor) l (category, amount_minor) where l.category is not null
    group by l.category order by sum(abs(l.amount_minor)) desc, l.category collate "C" limit 1) as category,
  case when o.kind = 'sale' then null else o.undoes_order_id end as undoes_order_id, o.customer_id as own_id
from orders.order o left join identity.alias a on a.merged_id = o.customer_id;
create view warehouse.line as
select coalesce(a.survivor_id, o.customer_id) as customer_id, o.order_id, l.line_no::int as line_no, o.day, case when o.kind = 'sale' then 'sale' else 'refund' end as kind, o.anonymous, l.product, l.category,
  l.quantity::double precision as quantity, l.amount_minor, l.cost_minor
from orders.order o cross join lateral unnest(o.products, o.categories, o.quantities, o.amounts_minor, o.costs_minor) with ordinality as l (product, category, quantity, amount_minor, cost_minor, line_no)
left join identity.alias a on a.merged_id = o.customer_id;
