-- Sites: who goes there, when they are open, what one must be allowed to do there, and which extranet users may see them.
alter table address
    add column site_name          text,
    add column technician_id      bigint  constraint address_technician_fk references app_user,
    add column holiday_region     text,
    add column closed_on_holidays boolean not null default true;
create index address_technician on address (technician_id);
create index address_site on address (fold(coalesce(site_name, label)), id) where usages @> array['SITE'];

create table address_opening (
    address_id bigint   not null constraint address_opening_address_fk references address on delete cascade,
    day        smallint not null constraint address_opening_day_of_week check (day between 1 and 7),
    opens      time     not null,
    closes     time     not null,
    constraint address_opening_pk primary key (address_id, day, opens),
    constraint address_opening_order check (closes > opens)
);

-- Without hours: closed all day.
create table address_exception (
    address_id bigint not null constraint address_exception_address_fk references address on delete cascade,
    day        date   not null,
    opens      time,
    closes     time,
    reason     text,
    constraint address_exception_uk unique nulls not distinct (address_id, day, opens),
    constraint address_exception_hours check ((opens is null) = (closes is null) and closes > opens)
);

create table habilitation_type (
    code     text    not null constraint habilitation_type_pk primary key,
    version  bigint  not null default 0,
    label_fr text    not null,
    label_en text    not null,
    active   boolean not null default true
);
insert into habilitation_type (code, label_fr, label_en) values
    ('ELECTRICAL',  'Habilitation électrique (NF C 18-510)', 'Electrical work (NF C 18-510)'),
    ('HEIGHT',      'Travail en hauteur',                    'Work at height'),
    ('FORKLIFT',    'CACES R489, chariots élévateurs',       'CACES R489, forklift trucks'),
    ('PLATFORM',    'CACES R486, nacelles',                  'CACES R486, elevating platforms'),
    ('CHEMICAL',    'Risque chimique N1/N2',                 'Chemical risk N1/N2'),
    ('FIRST_AID',   'Sauveteur secouriste du travail',       'First aider at work'),
    ('FOOD_SAFETY', 'Hygiène alimentaire (HACCP)',           'Food safety (HACCP)');

create table address_habilitation (
    address_id bigint  not null constraint address_habilitation_address_fk references address on delete cascade,
    type_code  text    not null constraint address_habilitation_type_fk references habilitation_type,
    level      integer constraint address_habilitation_level check (level between 1 and 9),
    mandatory  boolean not null default true,
    constraint address_habilitation_pk primary key (address_id, type_code)
);
create index address_habilitation_type on address_habilitation (type_code);

create table user_habilitation (
    id         bigint  generated always as identity constraint user_habilitation_pk primary key,
    user_id    bigint  not null constraint user_habilitation_user_fk references app_user on delete cascade,
    type_code  text    not null constraint user_habilitation_type_fk references habilitation_type,
    level      integer constraint user_habilitation_level check (level between 1 and 9),
    valid_from date,
    valid_to   date,
    constraint user_habilitation_dates check (valid_to >= valid_from)
);
create index user_habilitation_user on user_habilitation (user_id);
create index user_habilitation_type on user_habilitation (type_code);

-- A site an extranet user may see without seeing the tier.
create table address_grant (
    user_id    bigint not null constraint address_grant_user_fk references app_user on delete cascade,
    address_id bigint not null constraint address_grant_address_fk references address on delete cascade,
    constraint address_grant_pk primary key (user_id, address_id)
);
create index address_grant_address on address_grant (address_id);
