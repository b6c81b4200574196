-- Functional settings; a row only where an administrator has chosen something else than the default.
create table setting (
    code       text        not null constraint setting_pk primary key,
    version    bigint      not null default 1,
    value      text        not null,
    changed_by text        not null,
    changed_at timestamptz not null
);
