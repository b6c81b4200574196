-- A state of a list under a name: what its URL says. One's own, or shown to everybody in the house.
create table saved_view (
    id         bigint      generated always as identity constraint saved_view_pk primary key,
    version    bigint      not null default 0,
    list       text        not null constraint saved_view_list_known check (list in ('TIER')),
    name       text        not null constraint saved_view_name_length check (length(name) between 1 and 80),
    query      text        not null constraint saved_view_query_length check (length(query) <= 4000),
    shared     boolean     not null default false,
    owner_id   bigint      not null constraint saved_view_owner references app_user on delete cascade,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create unique index saved_view_name on saved_view (owner_id, list, fold(name));
create index saved_view_shared on saved_view (list) where shared;

-- What a list shows somebody who asks for nothing.
create table saved_view_default (
    user_id bigint not null constraint saved_view_default_user references app_user on delete cascade,
    list    text   not null,
    view_id bigint not null constraint saved_view_default_view references saved_view on delete cascade,
    constraint saved_view_default_pk primary key (user_id, list)
);

create index saved_view_default_view on saved_view_default (view_id);
