create sequence address_seq increment by 50 start with 50;

-- Further addresses and sites; the main address stands on the tier itself.
create table address (
    id          bigint           not null constraint address_pk primary key,
    version     bigint           not null default 0,
    tier_id     bigint           not null constraint address_tier_fk references tier,
    label       text             not null,
    line1       text,
    line2       text,
    line3       text,
    postal_code text,
    city        text,
    country     text             not null default 'FR',
    siret       text             constraint address_siret_shape check (siret ~ '^[0-9]{14}$'),
    usages      text[]           not null default '{}',
    latitude    double precision,
    longitude   double precision,
    from_date   date,
    to_date     date,
    constraint address_dates check (to_date >= from_date)
);
create index address_tier on address (tier_id);
