-- Bulk actions on tiers: what is to be done to which of them, what that would change, what became of each.
create table bulk_action (
    id         bigint      generated always as identity constraint bulk_action_pk primary key,
    version    bigint      not null default 0,
    action     text        not null,
    parameters jsonb       not null,
    -- the conditions of the list when all that match were meant; null for rows that were ticked
    selection  text,
    row_count  bigint      not null,
    -- what was started last; how far it is, the run says
    phase      text        not null constraint bulk_action_phase_known check (phase in ('PLAN', 'RUN', 'UNDO')),
    run_id     bigint      constraint bulk_action_run_fk references job_run on delete set null,
    created_by text        not null,
    created_at timestamptz not null,
    -- when it was first applied; from then on the time counts in which it can be undone
    applied_at timestamptz
);
create index bulk_action_run on bulk_action (run_id);
create index bulk_action_author on bulk_action (created_by, id desc);
create index bulk_action_age on bulk_action (created_at);

create table bulk_row (
    bulk_id      bigint  not null constraint bulk_row_bulk_fk references bulk_action on delete cascade,
    number       integer not null,
    tier_id      bigint  constraint bulk_row_tier_fk references tier on delete set null,
    -- what the plan says, and what the run made of it where that differs; null before the plan
    result       text    constraint bulk_row_result_known check (result in ('CHANGE', 'UNCHANGED', 'REFUSED', 'CHANGED_SINCE')),
    -- PLANNED waits for the run, the others tell what has happened since
    state        text    not null default 'PLANNED'
                         constraint bulk_row_state_known check (state in ('PLANNED', 'DONE', 'UNDONE', 'KEPT')),
    -- whether the plan wants to write: the work of the run
    due          boolean not null default false,
    -- of the tier when it was planned, then as the run left it
    tier_version bigint,
    changes      jsonb,
    problems     jsonb,
    constraint bulk_row_pk primary key (bulk_id, number)
);
create index bulk_row_tier on bulk_row (tier_id);
create index bulk_row_result on bulk_row (bulk_id, result, number);
create index bulk_row_due on bulk_row (bulk_id, number) where due;

-- A job may have lanes: so many runs of it at the same time. Without a lane there is one, as before.
create unique index job_run_one_active_per_lane on job_run (job, coalesce(parameters ->> 'lane', ''))
    where status in ('STARTING', 'RUNNING');
drop index job_run_one_active;
