-- Functions and extensions that every feature's search relies on.
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;

-- unaccent() is only STABLE, because its dictionary could change; ours does not, and an index needs IMMUTABLE.
create function fold(value text) returns text
    language sql immutable parallel safe strict
    return lower(public.unaccent('public.unaccent'::regdictionary, value));

-- Phone numbers, SIREN and SIRET are found in any grouping.
create function digits(value text) returns text
    language sql immutable parallel safe strict
    return regexp_replace(value, '[^0-9]', '', 'g');

-- Answers kept for 24 h, so that a repeated POST with the same Idempotency-Key gets the first result again.
create table idempotency_key (
    login        text        not null,
    key          text        not null,
    fingerprint  text        not null,
    status       integer,
    location     text,
    etag         text,
    body         text,
    created_at   timestamptz not null,
    constraint idempotency_key_pk primary key (login, key)
);
create index idempotency_key_created_at on idempotency_key (created_at);
