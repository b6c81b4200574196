-- Imports of tiers: the file, what its columns mean, its rows with what becomes of each, and what takes the import back.
create table exchange_import (
    id         bigint      generated always as identity constraint exchange_import_pk primary key,
    version    bigint      not null default 0,
    file_name  text        not null,
    size       bigint      not null,
    sha256     text        not null,
    header     text[]      not null,
    sample     jsonb       not null,
    row_count  bigint      not null,
    settings   jsonb       not null,
    -- what was started last; how far it is, the run says
    phase      text        not null default 'MAPPING'
                           constraint exchange_import_phase_known check (phase in ('MAPPING', 'SIMULATION', 'RUN', 'REVERT')),
    run_id     bigint      constraint exchange_import_run_fk references job_run on delete set null,
    created_by text        not null,
    created_at timestamptz not null
);
create index exchange_import_run on exchange_import (run_id);
create index exchange_import_author on exchange_import (created_by, id desc);

-- The file as it came, in pieces, so that it is never wholly in memory.
create table exchange_chunk (
    import_id bigint  not null constraint exchange_chunk_import_fk references exchange_import on delete cascade,
    position  integer not null,
    data      bytea   not null,
    constraint exchange_chunk_pk primary key (import_id, position)
);

create table exchange_row (
    import_id    bigint  not null constraint exchange_row_import_fk references exchange_import on delete cascade,
    -- the row of the spreadsheet, the header being 1
    number       integer not null,
    cells        text[]  not null,
    -- what the simulation says, and what the run made of it where that differs; null before the simulation
    result       text    constraint exchange_row_result_known
                         check (result in ('CREATED', 'UPDATED', 'UNCHANGED', 'DUPLICATE', 'ERROR', 'CHANGED')),
    -- PLANNED waits for the run, the others tell what has happened since
    state        text    not null default 'PLANNED'
                         constraint exchange_row_state_known check (state in ('PLANNED', 'DONE', 'REVERTED', 'KEPT')),
    -- whether the plan wants to write: the work of the run
    due          boolean not null default false,
    tier_id      bigint  constraint exchange_row_tier_fk references tier on delete set null,
    tier_version bigint,
    changes      jsonb,
    problems     jsonb,
    -- what takes the row back
    undo         jsonb,
    done_at      timestamptz,
    constraint exchange_row_pk primary key (import_id, number)
);
create index exchange_row_tier on exchange_row (tier_id);
create index exchange_row_result on exchange_row (import_id, result, number);
create index exchange_row_due on exchange_row (import_id, number) where due;

-- What only one row of a file may say: the key, and what a new tier has for itself.
create table exchange_claim (
    import_id bigint  not null constraint exchange_claim_import_fk references exchange_import on delete cascade,
    claim     text    not null,
    number    integer not null,
    constraint exchange_claim_pk primary key (import_id, claim)
);

-- What the columns of a kind of file mean, kept under a name for everybody who imports.
create table exchange_mapping (
    id         bigint      generated always as identity constraint exchange_mapping_pk primary key,
    version    bigint      not null default 0,
    name       text        not null,
    settings   jsonb       not null,
    updated_by text        not null,
    updated_at timestamptz not null
);
create unique index exchange_mapping_name on exchange_mapping (fold(name));
