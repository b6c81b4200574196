create sequence event_seq increment by 50 start with 50;

create table event (
    id          bigint      not null constraint event_pk primary key,
    version     bigint      not null default 0,
    tier_id     bigint      not null constraint event_tier_fk references tier,
    type        text        not null constraint event_type_known check (type in ('CALL', 'EMAIL', 'NOTE', 'MEETING', 'TASK')),
    subject     text        not null,
    body        text,
    starts_at   timestamptz not null,
    author      text        not null,
    created_at  timestamptz not null
);
create index event_tier on event (tier_id, starts_at desc);
