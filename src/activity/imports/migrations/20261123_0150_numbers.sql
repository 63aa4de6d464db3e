-- What the numbers of a batch's orders come to: an import that goes on under another version of the program may cut its batches elsewhere, and only a batch of the same orders is passed over.
alter table imports.batch add column numbers int;
