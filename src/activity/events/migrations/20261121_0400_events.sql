create schema events;
-- Everything that happened, ours and the customers' alike. Rows are added, never changed.
-- sharded by customer_id
create table events.event (
  customer_id uuid not null,
  event_id uuid not null,
  kind text not null check (kind ~ '^[a-z]+\.[a-z_]+$'),
  at timestamptz not null,
  recorded_at timestamptz not null,
  actor text not null,
  source text not null,
  body jsonb not null,
  recorded_xid xid8 not null default pg_current_xact_id(),
  primary key (customer_id, event_id)
);
create index event_kind on events.event (kind, at);
create index event_recorded on events.event (recorded_xid);
create function events.refuse_change() returns trigger language plpgsql as $$ begin raise exception 'events.event is append-only'; end $$;
create trigger append_only before update or delete on events.event for each row execute function events.refuse_change();
