create schema prediction;
-- A fitted model: what was fitted, on what, how well it did on time that it had not seen. Rows are added, never changed.
-- reference
create table prediction.model (
  version int primary key,
  candidate text not null,
  definition_version int not null,
  as_of date not null,
  window_from date not null,
  horizon_days int not null,
  n int not null,
  log_likelihood double precision,
  seed int not null,
  converged boolean not null,
  -- Parameters of the shipped candidate, of the spend and of the value.
  parameters jsonb not null,
  -- Every candidate on every period that was held out, and why this one was shipped.
  backtest jsonb not null,
  milliseconds int not null,
  created_at timestamptz not null
);
-- Which scores are current: one row, replaced as the last step of a scoring, so that readers see the old scores or the new ones, never a mixture.
-- reference
create table prediction.scoring (
  id smallint primary key default 1 check (id = 1),
  number bigint not null,
  version int not null,
  as_of date not null,
  -- When the warehouse that was read had been refreshed; empty where it is the record itself.
  refreshed text not null,
  n int not null,
  totals jsonb not null,
  scored_at timestamptz not null
);
-- The scores where the warehouse is PostgreSQL; beside DuckDB they stand in its file, under the same name. Disposable: made again from the model by a job.
-- sharded by customer_id
create table prediction.score (
  customer_id uuid not null,
  number bigint not null,
  chance double precision not null,
  purchases double precision not null,
  spend_minor bigint not null,
  value_minor bigint not null,
  doubt_minor bigint not null,
  on_margin boolean not null,
  visits int not null,
  silent int not null,
  primary key (customer_id, number)
);
