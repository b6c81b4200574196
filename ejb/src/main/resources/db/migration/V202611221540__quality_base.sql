-- The quality index: points earned out of those that can be; kept with every change, and each night because a visit grows old.
alter table tier
    add column quality     smallint not null default 0,
    add column quality_max smallint not null default 0;
create index tier_quality on tier (quality, id);

-- How often a collaborator means to visit the tier.
alter table tier_collaborator
    add column visits_per_year smallint constraint tier_collaborator_visits_range check (visits_per_year between 1 and 366);

-- Which criteria count for how much; a row of a type goes before the one of all types.
create table quality_criterion (
    code      text     not null,
    type_code text     constraint quality_criterion_type_fk references tier_type on delete cascade,
    weight    smallint not null constraint quality_criterion_weight_range check (weight between 1 and 100),
    active    boolean  not null default true
);
create unique index quality_criterion_uk on quality_criterion (code, coalesce(type_code, ''));
create index quality_criterion_type on quality_criterion (type_code);
insert into quality_criterion (code, weight, active) values
    ('APE', 1, true), ('SIRET', 1, true), ('WEBSITE', 1, true), ('HEADCOUNT', 1, true), ('TURNOVER', 1, true),
    ('CONTACT_EMAIL', 1, true), ('SECOND_CONTACT_EMAIL', 1, true), ('THIRD_CONTACT_MANAGEMENT', 1, true),
    ('VISIT_FREQUENCY', 1, true), ('RECENT_VISIT', 1, true),
    ('PHONE', 1, false), ('EMAIL', 1, false), ('ADDRESS', 1, false), ('VAT_NUMBER', 1, false), ('OWNER', 1, false);

-- Changed as a whole: their version.
create table quality_scheme (
    id      boolean not null default true constraint quality_scheme_pk primary key constraint quality_scheme_one check (id),
    version bigint  not null default 0
);
insert into quality_scheme default values;

-- One row per day on which the score changed.
create table quality_score (
    tier_id bigint   not null constraint quality_score_tier_fk references tier on delete cascade,
    day     date     not null,
    score   smallint not null,
    max     smallint not null,
    constraint quality_score_pk primary key (tier_id, day)
);
