create sequence tier_seq increment by 50 start with 50;

-- Types are data. function: what the type makes of a tier; several types may share one.
create table tier_type (
    code     text    not null constraint tier_type_pk primary key,
    version  bigint  not null default 0,
    function text    not null constraint tier_type_function_known
                     check (function in ('NONE', 'SUSPECT', 'PROSPECT', 'CUSTOMER', 'SUPPLIER', 'SUBCONTRACTOR')),
    label_fr text    not null,
    label_en text    not null,
    colour   text    not null default 'grey',
    icon     text    not null default 'pi-building',
    position integer not null default 100,
    active   boolean not null default true,
    is_default boolean not null default false
);
create unique index tier_type_one_default on tier_type (is_default) where is_default;

insert into tier_type (code, function, label_fr, label_en, colour, icon, position, active, is_default) values
    ('CUSTOMER',      'CUSTOMER',      'Client',         'Customer',      'green',  'pi-star',       10, true,  false),
    ('PROSPECT',      'PROSPECT',      'Prospect',       'Prospect',      'blue',   'pi-compass',    20, true,  true),
    ('SUSPECT',       'SUSPECT',       'Suspect',        'Suspect',       'grey',   'pi-question',   30, true,  false),
    ('SUBCONTRACTOR', 'SUBCONTRACTOR', 'Sous-traitant',  'Subcontractor', 'orange', 'pi-wrench',     40, true,  false),
    ('SUPPLIER',      'SUPPLIER',      'Fournisseur',    'Supplier',      'purple', 'pi-truck',      50, true,  false),
    ('PARTNER',       'NONE',          'Partenaire',     'Partner',       'teal',   'pi-link',       60, false, false),
    ('COMPETITOR',    'NONE',          'Concurrent',     'Competitor',    'red',    'pi-flag',       70, false, false);

create table tier (
    id                bigint           not null constraint tier_pk primary key,
    version           bigint           not null default 0,
    code              text             not null constraint tier_code_uk unique,
    kind              text             not null constraint tier_kind_known check (kind in ('COMPANY', 'INDIVIDUAL')),
    name              text             not null constraint tier_name_present check (btrim(name) <> ''),
    trade_name        text,
    civility          text,
    last_name         text,
    first_name        text,
    status            text             not null constraint tier_status_known check (status in ('ACTIVE', 'CLOSED')),
    closed_reason     text,
    closed_on         date,
    siren             text             constraint tier_siren_shape check (siren ~ '^[0-9]{9}$'),
    siret             text             constraint tier_siret_shape check (siret ~ '^[0-9]{14}$'),
    vat_number        text,
    ape_code          text,
    ape_label         text,
    legal_form        text,
    headcount         integer          constraint tier_headcount_positive check (headcount >= 0),
    turnover          numeric(19, 2),
    turnover_year     integer,
    email             text,
    phone             text,
    mobile            text,
    website           text,
    linkedin          text,
    facebook          text,
    youtube           text,
    x                 text,
    language          text             not null default 'fr',
    culture           text             not null default 'fr-FR',
    currency          text             not null default 'EUR',
    address_line1     text,
    address_line2     text,
    address_line3     text,
    postal_code       text,
    city              text,
    country           text             not null default 'FR',
    insee_code        text,
    latitude          double precision constraint tier_latitude_range check (latitude between -90 and 90),
    longitude         double precision constraint tier_longitude_range check (longitude between -180 and 180),
    sales_unit_id     bigint           constraint tier_sales_unit_fk references sales_unit,
    owner_id          bigint           constraint tier_owner_fk references app_user,
    parent_id         bigint           constraint tier_parent_fk references tier,
    distribution_type text,
    tier_group        text,
    listing_mode      text             not null default 'NONE'
                                       constraint tier_listing_mode_known check (listing_mode in ('NONE', 'OPEN', 'STRICT')),
    blocked           boolean          not null default false,
    blocked_reason    text,
    under_watch       boolean          not null default false,
    payment_terms     text,
    observation       text,
    diffusion         text             not null default 'FULL'
                                       constraint tier_diffusion_known check (diffusion in ('FULL', 'PARTIAL')),
    source            text             not null default 'UI',
    created_at        timestamptz      not null,
    created_by        text             not null,
    updated_at        timestamptz      not null,
    updated_by        text             not null,
    -- everything the one search box looks in, folded once at write; numbers also as bare digits
    search_text       text             not null generated always as (
        fold(code || ' ' || name || ' ' || coalesce(trade_name, '') || ' ' || coalesce(city, '') || ' ' || coalesce(postal_code, '')
             || ' ' || coalesce(email, '')) || ' ' || coalesce(siret, siren, '')
             || ' ' || coalesce(digits(phone), '') || ' ' || coalesce(digits(mobile), '')) stored,
    -- the order in which French readers expect names
    sort_name         text             not null generated always as (fold(name)) stored,
    constraint tier_siret_of_siren check (siret is null or siren = left(siret, 9)),
    constraint tier_closed_has_date check ((status = 'CLOSED') = (closed_on is not null)),
    constraint tier_not_own_parent check (parent_id <> id)
);
create index tier_search_text on tier using gin (search_text gin_trgm_ops);
create index tier_sort_name on tier (sort_name, id);
create index tier_updated_at on tier (updated_at, id);
create index tier_created_at on tier (created_at, id);
create index tier_city on tier (fold(coalesce(city, '')), id);
create index tier_postal_code on tier (coalesce(postal_code, ''), id);
create index tier_siren on tier (siren) where siren is not null;
create index tier_siret on tier (siret) where siret is not null;
create index tier_vat_number on tier (vat_number) where vat_number is not null;
create index tier_phone on tier (right(digits(phone), 9)) where phone is not null;
create index tier_website on tier (lower(website)) where website is not null;
create index tier_email on tier (lower(email)) where email is not null;
create index tier_sales_unit on tier (sales_unit_id);
create index tier_owner on tier (owner_id);
create index tier_parent on tier (parent_id) where parent_id is not null;
create index tier_ape on tier (ape_code);
create index tier_blocked on tier (id) where blocked;

create table tier_function (
    tier_id   bigint not null constraint tier_function_tier_fk references tier on delete cascade,
    type_code text   not null constraint tier_function_type_fk references tier_type,
    constraint tier_function_pk primary key (tier_id, type_code)
);
create index tier_function_type on tier_function (type_code, tier_id);

create table tier_company (
    tier_id    bigint not null constraint tier_company_tier_fk references tier on delete cascade,
    company_id bigint not null constraint tier_company_company_fk references company,
    constraint tier_company_pk primary key (tier_id, company_id)
);
create index tier_company_company on tier_company (company_id, tier_id);

create table tier_agency (
    tier_id   bigint not null constraint tier_agency_tier_fk references tier on delete cascade,
    agency_id bigint not null constraint tier_agency_agency_fk references agency,
    constraint tier_agency_pk primary key (tier_id, agency_id)
);
create index tier_agency_agency on tier_agency (agency_id, tier_id);

-- A collaborator sees and edits the tier whatever its sales unit.
create table tier_collaborator (
    tier_id bigint not null constraint tier_collaborator_tier_fk references tier on delete cascade,
    user_id bigint not null constraint tier_collaborator_user_fk references app_user,
    type    text   not null default 'SALES',
    constraint tier_collaborator_pk primary key (tier_id, user_id)
);
create index tier_collaborator_user on tier_collaborator (user_id, tier_id);

-- What an extranet user may see: nothing else exists for that user.
create table extranet_grant (
    user_id bigint not null constraint extranet_grant_user_fk references app_user on delete cascade,
    tier_id bigint not null constraint extranet_grant_tier_fk references tier on delete cascade,
    constraint extranet_grant_pk primary key (user_id, tier_id)
);
create index extranet_grant_tier on extranet_grant (tier_id);
