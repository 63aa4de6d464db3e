create schema sample;
-- The synthetic chain that was asked for, and when it was all there: one row, or none. A load that was interrupted has no loaded_at.
-- reference
create table sample.load (
  id smallint primary key default 1 check (id = 1),
  seed int not null,
  end_day date not null,
  asked_at timestamptz not null,
  loaded_at timestamptz
);
