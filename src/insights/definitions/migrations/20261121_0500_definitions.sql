create schema definitions;
-- What a figure means, version by version. Rows are added, never changed: a figure that names version 1 keeps meaning what it meant.
-- reference
create table definitions.definition (
  id text not null check (id in ('rfm', 'lifecycle', 'cohorts', 'behaviour', 'forecast', 'prediction')),
  version int not null check (version >= 1),
  owner text not null,
  parameters jsonb not null,
  valid_from date not null,
  note text not null default '',
  created_at timestamptz not null,
  primary key (id, version)
);
insert into definitions.definition (id, version, owner, parameters, valid_from, created_at) values
  ('rfm', 1, 'Changke', '{"cleaning": "net", "frequency": "orders", "windowDays": null, "quintiles": "type7", "cutOffs": {"recency": null, "frequency": null, "monetary": null}}', '0001-01-01', '2026-11-21 00:00:00+00'),
  ('lifecycle', 1, 'Changke', '{"cleaning": "net", "horizonDays": 365, "returnDays": 90, "atRiskShare": 0.8, "lapsedShare": 0.95, "newDays": 30, "leastObserved": 30, "perCategory": true, "fixed": {"one": null, "repeat": null}}', '0001-01-01', '2026-11-21 00:00:00+00'),
  ('cohorts', 1, 'Changke', '{"cleaning": "net"}', '0001-01-01', '2026-11-21 00:00:00+00'),
  ('behaviour', 1, 'Changke', '{"cleaning": "net", "windowDays": 365, "periodDays": 90, "topProducts": 300, "leastPairOrders": 10, "falseDiscovery": 0.05, "usualMonths": 3, "usualLines": 5, "belowShare": 0.005, "promotionShare": 0.05, "leastPriceWeeks": 12, "leastCustomers": 30}', '0001-01-01', '2026-11-21 00:00:00+00'),
  ('forecast', 1, 'Changke', '{"cleaning": "net", "anonymous": true, "level": 0.8, "leastOccurrences": 2}', '0001-01-01', '2026-11-21 00:00:00+00'),
  ('prediction', 1, 'Changke', '{"cleaning": "net", "horizonDays": 90, "valueDays": 365, "discountRate": 0.1, "leastCustomers": 500, "leastDays": 180, "origins": 3}', '0001-01-01', '2026-11-21 00:00:00+00');
create function definitions.refuse_change() returns trigger language plpgsql as $$ begin raise exception 'definitions.definition is append-only'; end $$;
create trigger append_only before update or delete on definitions.definition for each row execute function definitions.refuse_change();
