create schema adapters;
-- What proves a platform's messages.
-- reference
create table adapters.setting (
  platform text primary key check (platform in ('wechat', 'tmall')),
  parameters jsonb not null,
  author text not null,
  at timestamptz not null
);
-- Each message of a platform once, by its own id; one that is about somebody not known yet waits.
-- keyed by message_id
create table adapters.message (
  platform text not null,
  message_id text not null,
  subject text not null,                                  -- the platform's name of whom or what it is about
  content text not null,                                  -- hash: the same id with other content is no repetition
  body jsonb not null,
  state text not null check (state in ('done', 'waiting', 'outdated')),
  answer jsonb not null,
  happened_at timestamptz not null,
  received_at timestamptz not null,
  primary key (message_id, platform)
);
create index message_waiting on adapters.message (platform, subject) where state = 'waiting';
-- What is known of whom a platform names: when the newest message about them happened.
-- keyed by subject
create table adapters.subject (
  platform text not null,
  subject text not null,
  customer_id uuid,
  latest_at timestamptz,
  primary key (subject, platform)
);
