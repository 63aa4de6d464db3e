create schema imports;
-- One file that somebody gave us, what was understood of it, and what came of it. The file lies in the data folder.
-- reference
create table imports.import (
  import_id uuid primary key,
  file_name text not null,
  bytes bigint not null,
  layout jsonb not null,                                   -- encoding, delimiter, headers, as they were found
  mapping jsonb not null,
  rows bigint,                                             -- known after the survey
  trial jsonb,                                             -- what the last dry run said
  result jsonb,                                            -- what the finished import did
  trial_run uuid,
  write_run uuid,
  actor text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  version int not null default 1
);
create index import_created on imports.import (created_at desc);
-- A batch that is in the record, written in the batch's own transaction: what a killed or cancelled import goes on from.
-- keyed by import_id
create table imports.batch (
  import_id uuid not null,
  batch_no int not null,
  orders int not null,
  lines int not null,
  known int not null,
  customers int not null,
  clashes jsonb not null,                                  -- numbers that are known with another content
  primary key (import_id, batch_no)
);
