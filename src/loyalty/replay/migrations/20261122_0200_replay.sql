create schema replay;
-- What other rules would have given for the orders that were: the drafts, and what came of them. Rows are added; the answer is written once.
-- reference
create table replay.run (
  run_id uuid primary key,
  version int not null,
  months int not null,
  price_minor bigint not null check (price_minor >= 0),
  note text not null default '',
  drafts jsonb not null,
  job_id uuid,
  result jsonb,
  author text not null,
  at timestamptz not null,
  finished_at timestamptz,
  valid_from timestamptz,                                 -- from when the drafts hold, once they are scheduled
  scheduled_by text,
  versions jsonb
);
create unique index run_version on replay.run (version);
-- For whom a run makes a difference.
-- sharded by customer_id
create table replay.member (
  customer_id uuid not null,
  run_id uuid not null,
  before bigint not null,
  after bigint not null,
  difference bigint not null,
  tier_before text not null,
  tier_after text not null,
  primary key (customer_id, run_id)
);
create index member_difference on replay.member (run_id, difference, customer_id);
