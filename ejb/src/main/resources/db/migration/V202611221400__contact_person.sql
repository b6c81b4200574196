-- The person: what holds wherever he or she works.
alter table contact
    add column language     text        not null default 'fr' constraint contact_language_known check (language in ('fr', 'en')),
    add column birthday     date,
    add column linkedin     text,
    add column facebook     text,
    add column x            text,
    add column notes        text,
    add column do_not_call  boolean     not null default false,
    add column do_not_email boolean     not null default false,
    add column active       boolean     not null default true,
    -- the person's own account on the extranet
    add column user_id      bigint      constraint contact_user_fk references app_user on delete set null
                                        constraint contact_user_uk unique,
    -- who may still see somebody without any link: whoever entered the person or took the last link away
    add column custodian_id bigint      constraint contact_custodian_fk references app_user on delete set null,
    add column updated_at   timestamptz,
    add column sort_name    text        not null generated always as (fold(last_name || ' ' || coalesce(first_name, ''))) stored;
create index contact_custodian on contact (custodian_id);
-- the list of people, in its usual order
create index contact_sort_name on contact (sort_name, id);

create table contact_job_family (
    code     text    not null constraint contact_job_family_pk primary key,
    label_fr text    not null,
    label_en text    not null,
    position integer not null,
    active   boolean not null default true
);
insert into contact_job_family (code, label_fr, label_en, position) values
    ('MANAGEMENT', 'Direction générale', 'General management', 10),
    ('PURCHASING', 'Achats', 'Purchasing', 20),
    ('TECHNICAL', 'Technique', 'Technical', 30),
    ('ACCOUNTING', 'Comptabilité', 'Accounting', 40),
    ('SALES', 'Commercial', 'Sales', 50),
    ('QUALITY', 'Qualité', 'Quality', 60),
    ('ADMINISTRATION', 'Administration', 'Administration', 70),
    ('OTHER', 'Autre', 'Other', 90);
-- what was typed freely so far stays what it was
insert into contact_job_family (code, label_fr, label_en, position, active)
select distinct job_family, job_family, job_family, 100, false from contact_link where job_family is not null
on conflict do nothing;

-- The person at this tier.
alter table contact_link
    add column mobile        text,
    add column department    text,
    add column decision_role text    constraint contact_link_decision_role_known
                                     check (decision_role in ('DECISION_MAKER', 'INFLUENCER', 'USER', 'GATEKEEPER', 'OPPONENT')),
    add column active        boolean not null default true,
    add column reports_to    bigint,
    -- the tier's own name and numbers when they were last taken over from a private person's record or given to it
    add column synchronised  text,
    add constraint contact_link_job_family_fk foreign key (job_family) references contact_job_family,
    add constraint contact_link_tier_uk unique (id, tier_id),
    add constraint contact_link_not_own_superior check (reports_to <> id),
    -- the superior is somebody at the same tier; the check waits for the commit, so that a merge can move everybody
    add constraint contact_link_reports_to_fk foreign key (reports_to, tier_id) references contact_link (id, tier_id)
        on delete set null (reports_to) deferrable initially deferred;
create index contact_link_job_family on contact_link (job_family);
create index contact_link_reports_to on contact_link (reports_to);

-- found by mobile number too
alter table contact_link drop column search_text;
alter table contact_link add column search_text text not null generated always as
    (lower(coalesce(email, '')) || ' ' || coalesce(digits(phone), '') || ' ' || coalesce(digits(mobile), '')) stored;
create index contact_link_search_text on contact_link using gin (search_text gin_trgm_ops);
