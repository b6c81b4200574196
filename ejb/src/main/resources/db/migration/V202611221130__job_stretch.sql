-- The rate of a run tells how fast it is going now: a night it lay stopped, or waited for its provider, must not slow it down.
alter table job_run
    add column resumed_at  timestamptz,
    add column resumed_from bigint not null default 0;
comment on column job_run.resumed_at is 'when the run last took up work, null while it is at its first go';
comment on column job_run.resumed_from is 'what it had read by then';
