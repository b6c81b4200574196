-- Our own ledger of runs: JBeret's repository does not survive kill -9 reliably, this does.
create table job_run (
    id             bigint      generated always as identity constraint job_run_pk primary key,
    job            text        not null,
    status         text        not null
                               constraint job_run_status_known check (status in ('STARTING', 'RUNNING', 'COMPLETED', 'FAILED', 'STOPPED')),
    execution_id   bigint,
    parameters     jsonb       not null default '{}',
    requested_by   text        not null,
    stop_requested boolean     not null default false,
    total          bigint      not null default 0,
    read           bigint      not null default 0,
    written        bigint      not null default 0,
    skipped        bigint      not null default 0,
    -- of those written, how many were found as they are already
    unchanged      bigint      not null default 0,
    node           text,
    -- grows with each node that takes the run; whoever holds an older number may not write any more
    lease          bigint      not null default 0,
    -- resumes in a row without progress, and when the next one is due
    attempts       integer     not null default 0,
    resume_at      timestamptz,
    heartbeat_at   timestamptz not null,
    started_at     timestamptz not null,
    ended_at       timestamptz,
    -- code of the sentence shown, and what the log would say
    failure        text,
    failure_detail text
);
create index job_run_recent on job_run (id desc);
-- A second start of a running job is refused, on every node.
create unique index job_run_one_active on job_run (job) where status in ('STARTING', 'RUNNING');

-- Each partition's range and position; the position moves in the transaction that writes the chunk.
create table job_partition (
    run_id    bigint  not null constraint job_partition_run_fk references job_run on delete cascade,
    number    integer not null,
    from_id   bigint  not null,
    to_id     bigint  not null,
    position  bigint  not null,
    constraint job_partition_pk primary key (run_id, number)
);

-- What a run passed over, and why.
create table job_skip (
    id      bigint generated always as identity constraint job_skip_pk primary key,
    run_id  bigint not null constraint job_skip_run_fk references job_run on delete cascade,
    item    text   not null,
    tier_id bigint constraint job_skip_tier_fk references tier on delete cascade,
    reason  text   not null,
    detail  text
);
create index job_skip_run on job_skip (run_id, id);
create index job_skip_tier on job_skip (tier_id);
