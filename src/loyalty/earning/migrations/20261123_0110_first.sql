-- Who had a first order already is asked at every order, whatever else they bought.
create index accrual_first on earning.accrual (customer_id) where kind = 'order' and facts->'isFirst' = 'true'::jsonb;
