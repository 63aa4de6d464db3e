-- Two records that turned out to be one person. What either has stays under its own id; the alias says whose it is now. An undone merge keeps its row here and
-- has no alias any more.
-- keyed by merge_id
create table identity.merge (
  merge_id uuid primary key,
  merged_id uuid not null,
  survivor_id uuid not null,
  filled text[] not null default '{}',                    -- fields of the survivor that were empty and came from the merged record: their names, never their values
  actor text not null,
  at timestamptz not null,
  undo_until timestamptz not null,
  undone_by text,
  undone_at timestamptz,
  check (merged_id <> survivor_id)
);
create index merge_survivor on identity.merge (survivor_id);
create index merge_merged on identity.merge (merged_id);
-- Who a merged customer is now: `survivor_id` at the end of all merges, `into_id` the one it was merged into.
-- keyed by merged_id
create table identity.alias (
  merged_id uuid primary key,
  survivor_id uuid not null,
  into_id uuid not null,
  merge_id uuid not null
);
create index alias_survivor on identity.alias (survivor_id);
-- For how many days a merge can be undone.
-- reference
create table identity.setting (
  id smallint primary key default 1 check (id = 1),
  undo_days int not null default 30 check (undo_days between 0 and 3650),
  version int not null default 1
);
insert into identity.setting default values;
