-- Every piece of work that outlives a request, from waiting to its end: the queue and its memory are one table, so they cannot disagree.
-- reference
create table foundation.run (
  run_id uuid primary key,
  name text not null,
  key text,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  data jsonb not null,
  done bigint not null default 0,
  total bigint,
  sentence jsonb,
  attempt int not null default 0,
  resumed boolean not null default false,
  interruptions int not null default 0,
  cancel boolean not null default false,
  problem jsonb,
  worker int,
  claim uuid,
  lease_until timestamptz,
  start_after timestamptz not null default now(),
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz
);
-- a second job of the same key that waits is not added; one that was begun already does not count as waiting
create unique index run_waiting on foundation.run (name, key) where state = 'queued' and key is not null and not resumed;
create index run_due on foundation.run (start_after) where state = 'queued';
create index run_busy on foundation.run (name) where state = 'running';
create index run_by_state on foundation.run (state, run_id);
