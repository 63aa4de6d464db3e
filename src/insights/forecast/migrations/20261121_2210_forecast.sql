create schema forecast;
-- A fitted run: what was forecast, from which days, by which method, how well it would have done. Rows are added, never changed.
-- reference
create table forecast.run (
  run_id uuid primary key,
  version bigint generated always as identity,
  grain text not null check (grain in ('day', 'week', 'month')),
  fingerprint text not null,                              -- of everything that the fit depends on: the same again need not be fitted again
  definition_version int not null,
  window_from date not null,
  window_to date not null,
  n int not null,
  level double precision not null,
  method text not null,
  converged boolean not null,
  parameters jsonb not null,
  backtest jsonb not null,
  result jsonb not null,
  created_at timestamptz not null
);
create index on forecast.run (fingerprint);
create index on forecast.run (grain, created_at);
-- What a person knows about days: nothing to sell, or a promotion. `part` is null for the whole.
-- reference
create table forecast.mark (
  mark_id uuid primary key,
  kind text not null check (kind in ('stock_out', 'promotion')),
  cut text not null check (cut in ('whole', 'store', 'category')),
  part text check ((part is null) = (cut = 'whole')),
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  note text not null default '',
  created_by text not null,
  created_at timestamptz not null
);
