-- Two who change a partner at once: the second is told.
alter table points.partner add column version int not null default 1;
