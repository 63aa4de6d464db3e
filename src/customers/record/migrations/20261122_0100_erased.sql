-- Personal data of this customer was erased on request; the id stays as a pseudonym for what the books must keep.
alter table record.customer add column erased_at timestamptz;
