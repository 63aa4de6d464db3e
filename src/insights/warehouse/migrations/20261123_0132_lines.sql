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
-- Taken apart in the list of what is selected: half the time of a join with `unnest`, and nobody asks for the lines of one order here.
create view warehouse.line as
select coalesce(a.survivor_id, o.customer_id) as customer_id, o.order_id, generate_subscripts(o.products, 1) as line_no, o.day, case when o.kind = 'sale' then 'sale' else 'refund' end as kind, o.anonymous,
  unnest(o.products) as product, unnest(o.categories) as category, unnest(o.quantities)::double precision as quantity, unnest(o.amounts_minor) as amount_minor, unnest(o.costs_minor) as cost_minor
from orders.order o left join identity.alias a on a.merged_id = o.customer_id;
