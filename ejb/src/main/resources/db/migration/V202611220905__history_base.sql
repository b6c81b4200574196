-- Who changed what, when, through which path. Never updated; erasure of personal data is the privacy feature's task.
create table history_entry (
    id        bigint      generated always as identity constraint history_entry_pk primary key,
    tier_id   bigint      not null,
    entity    text        not null,
    entity_id bigint      not null,
    action    text        not null constraint history_entry_action_known check (action in ('CREATE', 'UPDATE', 'DELETE')),
    field     text,
    old_value text,
    new_value text,
    author    text        not null,
    source    text        not null,
    at        timestamptz not null
);
create index history_entry_tier on history_entry (tier_id, id desc);
