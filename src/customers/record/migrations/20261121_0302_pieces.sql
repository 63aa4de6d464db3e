-- Names of people are found by their beginning and their end; only longer ones (companies) need trigrams, which cost an import most of its time.
drop index record.customer_name;
create index customer_name_piece on record.customer using gin (name gin_trgm_ops) where length(name) > 4;
-- Nearly everybody is a consumer: the few others are listed without walking past them all.
create index customer_kind on record.customer (kind, customer_id) where kind <> 'consumer';
