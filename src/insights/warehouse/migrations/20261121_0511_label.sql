-- Whoever has no name goes by the number that the source knows them by, so that a list can be read. Phones and e-mail addresses are not shown in place of a name.
create or replace view warehouse.customer as
select c.customer_id, coalesce(c.name, (
    select substr(i.value, strpos(i.value, ':') + 1) from identity.identity i
    where i.customer_id = c.customer_id and i.kind in ('number', 'card', 'marketplace') order by array_position(array['number', 'card', 'marketplace'], i.kind), i.value limit 1)) as name,
  c.region, (c.created_at at time zone coalesce((select zone from business.business), 'Asia/Shanghai'))::date as created_day
from record.customer c;
