-- What was answered to a write, bound to its Idempotency-Key for as long as the data lives.
-- keyed by key
create table foundation.request (
  key text not null,
  actor text not null,
  target text not null,
  body_hash text not null,
  status int not null,
  -- JSON that is read as a whole or not at all: as jsonb the server would take it apart with every write.
  answer text not null,
  at timestamptz not null,
  primary key (key, actor)
);
