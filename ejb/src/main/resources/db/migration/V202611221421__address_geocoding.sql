-- Where an address lies, found out after the commit: one row per address, and one for the main address of a tier.
create table geocoding (
    id          bigint           generated always as identity constraint geocoding_pk primary key,
    address_id  bigint           constraint geocoding_address_fk references address on delete cascade
                                 constraint geocoding_address_uk unique,
    tier_id     bigint           constraint geocoding_tier_fk references tier on delete cascade
                                 constraint geocoding_tier_uk unique,
    -- what is asked for; the same text is asked once
    query       text             not null,
    state       text             not null constraint geocoding_state_known
                                 check (state in ('PENDING', 'FOUND', 'NOT_FOUND', 'FAILED', 'MANUAL', 'GIVEN', 'ABROAD')),
    -- those the row is about: to tell coordinates that were found from those somebody has set since
    latitude    double precision,
    longitude   double precision,
    score       double precision,
    type        text,
    attempts    integer          not null default 0,
    next_try_at timestamptz,
    lease_until timestamptz,
    last_error  text,
    constraint geocoding_of_one check (num_nonnulls(address_id, tier_id) = 1)
);
create index geocoding_due on geocoding (next_try_at) where next_try_at is not null;
create index geocoding_state on geocoding (state);

-- What the geocoder said, for every address of the same text.
create table geocoding_answer (
    query     text        not null constraint geocoding_answer_pk primary key,
    latitude  double precision,
    longitude double precision,
    score     double precision,
    type      text,
    asked_at  timestamptz not null
);
create index geocoding_answer_asked_at on geocoding_answer (asked_at);

-- The text the geocoder is asked: street, postal code and town; null when there is neither town nor postal code.
create function geocoding_query(line1 text, line2 text, line3 text, postal_code text, city text) returns text
    language sql immutable parallel safe
    return case when coalesce(postal_code, city) is not null then
        concat_ws(' ', coalesce(line1, line2, line3), postal_code, city) end;

create function geocoding_start(country text) returns text
    language sql immutable parallel safe
    return case when country in ('FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF') then 'PENDING' else 'ABROAD' end;

-- Decides what is to be done about an address that was written, whatever path wrote it: a trigger, so that no path can forget it.
-- Coordinates that are not those of the row are somebody's own: a pin, which stays until it is taken away. Those that came with the
-- data (GIVEN) or were found are looked for again when the text changes.
create function geocoding_note(an_address bigint, a_tier bigint, asked text, country text, lat double precision, lon double precision,
                               given boolean) returns void
    language plpgsql as $$
declare
    known  geocoding%rowtype;
    wanted text;
begin
    select * into known from geocoding g where g.address_id = an_address or g.tier_id = a_tier;
    if lat is null and asked is null then
        delete from geocoding g where g.id = known.id;
        return;
    elsif lat is null then
        if known.query = asked and known.state in ('PENDING', 'NOT_FOUND', 'FAILED', 'ABROAD') and known.latitude is null
            and (known.state = 'ABROAD') = (geocoding_start(country) = 'ABROAD') then
            return;
        end if;
        wanted := geocoding_start(country);
    elsif known.id is null then
        wanted := case when given then 'GIVEN' else 'MANUAL' end;
    elsif known.state = 'MANUAL' or (known.latitude, known.longitude) is distinct from (lat, lon) then
        wanted := 'MANUAL';
    elsif known.query = asked or asked is null then
        return;
    else
        wanted := geocoding_start(country);
    end if;
    if known.id is null then
        insert into geocoding (address_id, tier_id, query, state, latitude, longitude, next_try_at)
        values (an_address, a_tier, coalesce(asked, ''), wanted, lat, lon, case wanted when 'PENDING' then now() end);
    else
        update geocoding g
        set query = coalesce(asked, ''), state = wanted, latitude = lat, longitude = lon, score = null, type = null, attempts = 0,
            next_try_at = case wanted when 'PENDING' then now() end, lease_until = null, last_error = null
        where g.id = known.id;
    end if;
end
$$;

create function geocoding_of_address() returns trigger
    language plpgsql as $$
begin
    perform geocoding_note(new.id, null, geocoding_query(new.line1, new.line2, new.line3, new.postal_code, new.city), new.country,
                           new.latitude, new.longitude, false);
    return null;
end
$$;
create trigger address_geocoding
    after insert or update of line1, line2, line3, postal_code, city, country, latitude, longitude on address
    for each row execute function geocoding_of_address();

create function geocoding_of_tier() returns trigger
    language plpgsql as $$
begin
    perform geocoding_note(null, new.id, geocoding_query(new.address_line1, new.address_line2, new.address_line3, new.postal_code, new.city),
                           new.country, new.latitude, new.longitude, new.source not in ('UI', 'API'));
    return null;
end
$$;
create trigger tier_geocoding
    after insert or update of address_line1, address_line2, address_line3, postal_code, city, country, latitude, longitude on tier
    for each row execute function geocoding_of_tier();

-- Addresses that were there before.
insert into geocoding (address_id, query, state, latitude, longitude, next_try_at)
select id, coalesce(query, ''), state, latitude, longitude, case state when 'PENDING' then now() end
from (select a.id, a.latitude, a.longitude, geocoding_query(line1, line2, line3, postal_code, city) as query,
             case when latitude is not null then 'GIVEN' else geocoding_start(country) end as state
      from address a) a
where query is not null or latitude is not null;

insert into geocoding (tier_id, query, state, latitude, longitude, next_try_at)
select id, coalesce(query, ''), state, latitude, longitude, case state when 'PENDING' then now() end
from (select t.id, t.latitude, t.longitude,
             geocoding_query(address_line1, address_line2, address_line3, postal_code, city) as query,
             case when latitude is not null then 'GIVEN' else geocoding_start(country) end as state
      from tier t) t
where query is not null or latitude is not null;
