create sequence contact_seq increment by 50 start with 50;

create table contact (
    id         bigint      not null constraint contact_pk primary key,
    version    bigint      not null default 0,
    civility   text,
    last_name  text        not null,
    first_name text,
    created_at timestamptz not null,
    search_text text       not null generated always as (fold(last_name || ' ' || coalesce(first_name, '') || ' ' || last_name)) stored
);
create index contact_search_text on contact using gin (search_text gin_trgm_ops);

-- The person at this tier: role, own e-mail and phone.
create table contact_link (
    id         bigint  not null constraint contact_link_pk primary key,
    version    bigint  not null default 0,
    contact_id bigint  not null constraint contact_link_contact_fk references contact,
    tier_id    bigint  not null constraint contact_link_tier_fk references tier,
    role       text,
    job_title  text,
    job_family text,
    email      text,
    phone      text,
    main       boolean not null default false,
    from_date  date,
    to_date    date,
    constraint contact_link_dates check (to_date >= from_date)
);
create index contact_link_tier on contact_link (tier_id);
create index contact_link_contact on contact_link (contact_id);
create unique index contact_link_one_main on contact_link (tier_id) where main;
