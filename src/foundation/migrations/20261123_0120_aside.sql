-- Indexes that were taken away while their table is filled for the first time, as they are to be built again.
-- reference
create table foundation.index_aside (
  name text primary key,
  definition text not null
);
