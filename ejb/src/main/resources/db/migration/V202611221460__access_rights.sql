-- What an administrator has set otherwise than the application's own rights; a role and action without a row keep those.
create table role_right (
    role   text not null constraint role_right_role_known
                check (role in ('SALES_MANAGER', 'SALES', 'ASSISTANT', 'ACCOUNTING', 'TECHNICIAN', 'MARKETING', 'READER')),
    action text not null constraint role_right_action_shape check (action ~ '^[A-Z_]{1,40}$'),
    level  text not null constraint role_right_level_known check (level in ('NONE', 'OWN', 'AGENCY', 'STRUCTURE', 'ALL')),
    constraint role_right_pk primary key (role, action)
);

-- Who changed which right when. Its highest id is the version of the whole matrix.
create table role_right_change (
    id        bigint      generated always as identity constraint role_right_change_pk primary key,
    role      text        not null,
    action    text        not null,
    old_level text        not null,
    new_level text        not null,
    author    text        not null,
    at        timestamptz not null
);

-- Whose tiers the level AGENCY opens.
create table app_user_agency (
    user_id   bigint not null constraint app_user_agency_user_fk references app_user on delete cascade,
    agency_id bigint not null constraint app_user_agency_agency_fk references agency,
    constraint app_user_agency_pk primary key (user_id, agency_id)
);
create index app_user_agency_agency on app_user_agency (agency_id);

-- Only owner, representatives, collaborators and administrators.
alter table tier add column confidential boolean not null default false;
create index tier_confidential on tier (id) where confidential;
