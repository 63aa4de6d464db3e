create schema access;
-- People who may sign in. This table, session, account and verification are read and written by better-auth as well; their columns follow it.
-- reference
create table access."user" (
  id uuid primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  role text not null check (role in ('owner', 'manager', 'analyst', 'agent', 'clerk', 'integrator')),
  locale text check (locale in ('zh-CN', 'en')),
  disabled_at timestamptz,
  seen_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
-- reference
create table access.session (
  id uuid primary key,
  user_id uuid not null references access."user" (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index session_by_user on access.session (user_id);
-- How a person proves who they are: a password (hashed by scrypt), later other providers.
-- reference
create table access.account (
  id uuid primary key,
  user_id uuid not null references access."user" (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index account_by_user on access.account (user_id);
-- reference
create table access.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
-- One-time links: the first owner, an invitation, a new password. Only the hash of the token is kept.
-- reference
create table access.link (
  link_id uuid primary key,
  token_hash text not null unique,
  kind text not null check (kind in ('first', 'invite', 'reset')),
  user_id uuid references access."user" (id) on delete cascade,
  email text,
  name text,
  role text,
  created_by text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
-- Keys of other programs. Only the hash is kept.
-- reference
create table access.key (
  key_id uuid primary key,
  name text not null,
  prefix text not null,
  hash text not null unique,
  role text not null,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);
-- Attempts to sign in, to slow down whoever guesses. The account is hashed.
-- reference
create table access.attempt (
  attempt_id uuid primary key,
  account text not null,
  address text not null,
  at timestamptz not null
);
create index attempt_by_account on access.attempt (account, at);
create index attempt_by_address on access.attempt (address, at);
-- What cookies are signed with, where several processes share a database.
-- reference
create table access.secret (
  id smallint primary key default 1 check (id = 1),
  value text not null
);
