-- The secret address under which somebody's calendar program reads the agenda. Only a hash of the secret is kept.
create table calendar_feed (
    user_id         bigint      not null constraint calendar_feed_pk primary key
                                constraint calendar_feed_user_fk references app_user on delete cascade,
    token_hash      text        not null constraint calendar_feed_token_uk unique,
    -- what private entries say there: everything, or only that the time is taken
    private_details boolean     not null,
    created_at      timestamptz not null,
    read_at         timestamptz
);

-- A calendar that somebody has brought from elsewhere.
create table calendar_import (
    id          bigint      generated always as identity constraint calendar_import_pk primary key,
    user_id     bigint      not null constraint calendar_import_user_fk references app_user on delete cascade,
    name        text        not null,
    imported_at timestamptz not null
);
create unique index calendar_import_name on calendar_import (user_id, lower(name));

-- Which event stands for which entry of it, so that it is found again the next time.
create table calendar_import_entry (
    import_id   bigint not null constraint calendar_import_entry_import_fk references calendar_import on delete cascade,
    -- the entry's name, with the day of the occurrence if it comes again and again
    uid         text   not null,
    event_id    bigint not null constraint calendar_import_entry_event_fk references event on delete cascade,
    fingerprint text   not null,
    constraint calendar_import_entry_pk primary key (import_id, uid)
);
create index calendar_import_entry_event on calendar_import_entry (event_id);
