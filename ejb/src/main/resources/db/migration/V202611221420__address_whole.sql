-- What an address says of itself, and for which usages it is the tier's default.
create extension if not exists btree_gist;

alter table address
    add column default_for  text[] not null default '{}',
    add column phone        text,
    add column mobile       text,
    add column fax          text,
    add column email        text,
    add column website      text,
    add column access_code  text,
    add column floor        text,
    add column parking      text,
    add column safety       text,
    add column site_contact text,
    add constraint address_default_is_usage check (default_for <@ usages),
    -- one default per usage and tier at any date, whatever path writes
    add constraint address_one_default_billing
        exclude using gist (tier_id with =, daterange(from_date, to_date, '[]') with &&) where (default_for @> array['BILLING']),
    add constraint address_one_default_delivery
        exclude using gist (tier_id with =, daterange(from_date, to_date, '[]') with &&) where (default_for @> array['DELIVERY']),
    add constraint address_one_default_head_office
        exclude using gist (tier_id with =, daterange(from_date, to_date, '[]') with &&) where (default_for @> array['HEAD_OFFICE']),
    add constraint address_one_default_site
        exclude using gist (tier_id with =, daterange(from_date, to_date, '[]') with &&) where (default_for @> array['SITE']);
