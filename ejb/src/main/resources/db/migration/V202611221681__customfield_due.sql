-- What of it is due, so that a look after a restart does no more than that.
alter table custom_field add column words_due boolean not null default false, add column compute_due boolean not null default false;
