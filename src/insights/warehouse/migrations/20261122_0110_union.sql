-- Two records that were merged are one customer to every sum. `own_id` is the id that the order came with: the way to it by index.
create or replace view warehouse.purchase as
select coalesce(a.survivor_id, o.customer_id) as customer_id, o.order_id, o.day, o.at, case when o.kind = 'sale' then 'sale' else 'refund' end as kind, o.anonymous,
  case when o.kind = 'sale' then o.total_minor else least(o.total_minor, 0) end as gross_minor,
  case when o.kind = 'sale' then coalesce((select sum(l.amount_minor)::bigint from orders.line l
    where l.customer_id = o.customer_id and l.order_id = o.order_id and l.quantity > 0 and l.amount_minor > 0), 0) else 0 end as clean_minor,
  case when o.kind = 'sale' then coalesce((select sum(greatest(-r.total_minor, 0))::bigint from orders.order r where r.undoes_order_id = o.order_id and r.kind <> 'sale'), 0) else 0 end as refunded_minor,
  o.cost_minor, o.channel, o.store_id,
  (select l.category from orders.line l where l.customer_id = o.customer_id and l.order_id = o.order_id and l.category is not null
    group by l.category order by sum(abs(l.amount_minor)) desc, l.category collate "C" limit 1) as category,
  case when o.kind = 'sale' then null else o.undoes_order_id end as undoes_order_id, o.customer_id as own_id
from orders.order o left join identity.alias a on a.merged_id = o.customer_id;
create or replace view warehouse.line as
select coalesce(a.survivor_id, l.customer_id) as customer_id, l.order_id, l.line_no, o.day, case when o.kind = 'sale' then 'sale' else 'refund' end as kind, o.anonymous, l.product, l.category,
  l.quantity::double precision as quantity, l.amount_minor, l.cost_minor
from orders.line l join orders.order o on o.customer_id = l.customer_id and o.order_id = l.order_id left join identity.alias a on a.merged_id = l.customer_id;
create or replace view warehouse.customer as
select c.customer_id, coalesce(c.name, (
    select substr(i.value, strpos(i.value, ':') + 1) from identity.identity i
    where i.customer_id = c.customer_id and i.kind in ('number', 'card', 'marketplace') order by array_position(array['number', 'card', 'marketplace'], i.kind), i.value limit 1)) as name,
  c.region, (c.created_at at time zone coalesce((select zone from business.business), 'Asia/Shanghai'))::date as created_day
from record.customer c where not exists (select from identity.alias a where a.merged_id = c.customer_id);
