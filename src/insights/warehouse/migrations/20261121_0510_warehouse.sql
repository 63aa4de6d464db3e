create schema warehouse;
-- Which database this is: a warehouse file that belongs to another one is made again.
-- reference
create table warehouse.origin (
  id smallint primary key default 1 check (id = 1),
  token uuid not null default gen_random_uuid()
);
insert into warehouse.origin default values;
-- One row per order fact. What must be looked up in other rows stands in subqueries, so that a statement that does not ask for it does not pay for it.
create view warehouse.purchase as
select o.customer_id, o.order_id, o.day, o.at, case when o.kind = 'sale' then 'sale' else 'refund' end as kind, o.anonymous,
  case when o.kind = 'sale' then o.total_minor else least(o.total_minor, 0) end as gross_minor,
  case when o.kind = 'sale' then coalesce((select sum(l.amount_minor)::bigint from orders.line l
    where l.customer_id = o.customer_id and l.order_id = o.order_id and l.quantity > 0 and l.amount_minor > 0), 0) else 0 end as clean_minor,
  case when o.kind = 'sale' then coalesce((select sum(greatest(-r.total_minor, 0))::bigint from orders.order r where r.undoes_order_id = o.order_id and r.kind <> 'sale'), 0) else 0 end as refunded_minor,
  o.cost_minor, o.channel, o.store_id,
  (select l.category from orders.line l where l.customer_id = o.customer_id and l.order_id = o.order_id and l.category is not null
    group by l.category order by sum(abs(l.amount_minor)) desc, l.category collate "C" limit 1) as category,
  case when o.kind = 'sale' then null else o.undoes_order_id end as undoes_order_id
from orders.order o;
create view warehouse.line as
select l.customer_id, l.order_id, l.line_no, o.day, case when o.kind = 'sale' then 'sale' else 'refund' end as kind, o.anonymous, l.product, l.category,
  l.quantity::double precision as quantity, l.amount_minor, l.cost_minor
from orders.line l join orders.order o on o.customer_id = l.customer_id and o.order_id = l.order_id;
-- Whoever gave no name goes by the number that a till, a card or a platform gave them: somebody to call must be called something.
create view warehouse.customer as
select c.customer_id,
  coalesce(c.name, (select regexp_replace(i.value, '^[^:]+:', '') from identity.identity i where i.customer_id = c.customer_id and i.kind in ('number', 'card', 'marketplace')
    order by i.kind desc, i.value collate "C" limit 1)) as name,
  c.region, (c.created_at at time zone coalesce((select zone from business.business), 'Asia/Shanghai'))::date as created_day
from record.customer c;
