-- A name as it is looked for: no accents, signs, blanks or legal form. It only leads to candidates; what they are worth is judged elsewhere.
create function company_key(value text) returns text
    language sql immutable parallel safe strict
    return nullif(replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        replace(fold(value), '&', ' et '),
        '\m([a-z])\.(?=[a-z]\M)', '\1', 'g'),
        '[^a-z0-9]+', ' ', 'g'),
        '\m(societe par actions simplifiee( unipersonnelle)?|societe a responsabilite limitee|societe civile immobiliere|societe anonyme)\M', ' ', 'g'),
        '^ *(sas|sasu|sarl|eurl|sa|sci|snc|ste|societe|ets|etablissements) | (sas|sasu|sarl|eurl|sa|sci|snc|selarl|scop|gie|ei|eirl|earl|gaec|gmbh|ltd|inc) *$', ' ', 'g'),
        ' ', ''), '');

-- The domain that somebody has registered, of a web or mail address.
create function web_domain(value text) returns text
    language sql immutable parallel safe strict
    return substring(substring(lower(value) from '^(?:[a-z]+://)?(?:[^/@]*@)?([^/:?#]+)')
                     from '([^.]+\.(?:(?:co|com|gouv|asso|org|ac|net|nom)\.[a-z]{2}|[a-z]{2,}))$');

alter table tier add column name_key text generated always as (company_key(name)) stored;
create index tier_name_key on tier (name_key);
-- close names in one place
create index tier_name_key_place on tier using gin (postal_code, name_key gin_trgm_ops) where postal_code is not null;
create index tier_trade_name_key on tier (company_key(trade_name)) where trade_name is not null;
create index tier_website_domain on tier (web_domain(website)) where website is not null;
create index tier_email_domain on tier (web_domain(email)) where email is not null;
create index tier_mobile on tier (right(digits(mobile), 9)) where mobile is not null;

-- "These two are not the same", said by somebody.
create table duplicate_verdict (
    id       bigint      generated always as identity constraint duplicate_verdict_pk primary key,
    tier_id  bigint      not null constraint duplicate_verdict_tier_fk references tier on delete cascade,
    other_id bigint      not null constraint duplicate_verdict_other_fk references tier on delete cascade,
    reason   text,
    author   text        not null,
    at       timestamptz not null,
    constraint duplicate_verdict_once unique (tier_id, other_id),
    constraint duplicate_verdict_smaller_first check (tier_id < other_id)
);
create index duplicate_verdict_other on duplicate_verdict (other_id);

-- What the nightly job has found.
create table duplicate_pair (
    tier_id  bigint   not null constraint duplicate_pair_tier_fk references tier on delete cascade,
    other_id bigint   not null constraint duplicate_pair_other_fk references tier on delete cascade,
    score    smallint not null constraint duplicate_pair_score_range check (score between 0 and 100),
    reasons  text[]   not null,
    constraint duplicate_pair_pk primary key (tier_id, other_id),
    constraint duplicate_pair_smaller_first check (tier_id < other_id)
);
create index duplicate_pair_other on duplicate_pair (other_id);

-- Pairs that hang together: one line of the inbox.
create table duplicate_cluster (
    id       bigint      generated always as identity constraint duplicate_cluster_pk primary key,
    score    smallint    not null,
    found_at timestamptz not null
);
create index duplicate_cluster_score on duplicate_cluster (score, id);

create table duplicate_member (
    tier_id    bigint  not null constraint duplicate_member_pk primary key
                       constraint duplicate_member_tier_fk references tier on delete cascade,
    cluster_id bigint  not null constraint duplicate_member_cluster_fk references duplicate_cluster on delete cascade,
    survivor   boolean not null
);
create index duplicate_member_cluster on duplicate_member (cluster_id);
