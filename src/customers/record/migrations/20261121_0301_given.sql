-- People search by the beginning of a name, by the given name, by either's spelling, or by initials. Each is a btree that stops at the first rows it finds;
-- trigrams stay for longer pieces of a name (companies).
alter table record.customer add column given_pinyin text;  -- spelling of the given name (or of the last word)
drop index record.customer_pinyin;
create index customer_name_start on record.customer (name text_pattern_ops);
create index customer_name_end on record.customer ((right(name, 2)) text_pattern_ops);
create index customer_pinyin on record.customer (pinyin text_pattern_ops);
create index customer_given_pinyin on record.customer (given_pinyin text_pattern_ops);
create index trait_value on record.trait (key, value);
