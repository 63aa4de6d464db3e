create schema audit;
-- Who did what, when. Rows are added and never changed.
-- keyed by entry_id
create table audit.entry (
  entry_id uuid primary key,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  role text not null,
  deed text not null,
  method text,
  route text,
  target text not null,
  summary text not null,
  detail jsonb not null default '{}',
  address text
);
create index entry_by_actor on audit.entry (actor_id, entry_id);
create index entry_by_deed on audit.entry (deed, entry_id);
