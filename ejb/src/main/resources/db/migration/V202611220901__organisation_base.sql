create sequence organisation_seq increment by 50 start with 50;

create table company (
    id                bigint  not null constraint company_pk primary key,
    version           bigint  not null default 0,
    code              text    not null constraint company_code_uk unique,
    name              text    not null,
    siren             text,
    currency          text    not null default 'EUR',
    language          text    not null default 'fr',
    head_office_email text
);

create table agency (
    id          bigint not null constraint agency_pk primary key,
    version     bigint not null default 0,
    company_id  bigint not null constraint agency_company_fk references company,
    code        text   not null constraint agency_code_uk unique,
    name        text   not null,
    city        text,
    postal_code text
);
create index agency_company on agency (company_id);

-- The sales structure: a tree of units (direction, region, sector).
create table sales_unit (
    id        bigint not null constraint sales_unit_pk primary key,
    version   bigint not null default 0,
    parent_id bigint constraint sales_unit_parent_fk references sales_unit,
    code      text   not null constraint sales_unit_code_uk unique,
    name      text   not null,
    constraint sales_unit_not_own_parent check (parent_id <> id)
);
create index sales_unit_parent on sales_unit (parent_id);

create table app_user (
    id            bigint      not null constraint app_user_pk primary key,
    version       bigint      not null default 0,
    login         text        not null constraint app_user_login_uk unique
                              constraint app_user_login_lower check (login = lower(login)),
    display_name  text        not null,
    email         text,
    password_hash text,
    language      text        not null default 'fr',
    theme         text        not null default 'system',
    active        boolean     not null default true,
    company_id    bigint      constraint app_user_company_fk references company,
    created_at    timestamptz not null default now()
);
create index app_user_company on app_user (company_id);
alter table app_user alter column id set default nextval('organisation_seq');

create table app_user_role (
    user_id bigint not null constraint app_user_role_user_fk references app_user on delete cascade,
    role    text   not null,
    constraint app_user_role_pk primary key (user_id, role),
    constraint app_user_role_known check (role in ('ADMINISTRATOR', 'SALES_MANAGER', 'SALES', 'ASSISTANT', 'ACCOUNTING',
                                                   'TECHNICIAN', 'MARKETING', 'READER', 'EXTRANET'))
);

create table app_user_sales_unit (
    user_id       bigint not null constraint app_user_sales_unit_user_fk references app_user on delete cascade,
    sales_unit_id bigint not null constraint app_user_sales_unit_unit_fk references sales_unit,
    constraint app_user_sales_unit_pk primary key (user_id, sales_unit_id)
);
create index app_user_sales_unit_unit on app_user_sales_unit (sales_unit_id);

create table user_group (
    id      bigint not null constraint user_group_pk primary key,
    version bigint not null default 0,
    code    text   not null constraint user_group_code_uk unique,
    name    text   not null
);

create table user_group_member (
    group_id bigint not null constraint user_group_member_group_fk references user_group on delete cascade,
    user_id  bigint not null constraint user_group_member_user_fk references app_user on delete cascade,
    constraint user_group_member_pk primary key (group_id, user_id)
);
create index user_group_member_user on user_group_member (user_id);
