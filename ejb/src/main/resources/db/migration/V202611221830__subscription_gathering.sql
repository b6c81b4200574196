-- Several happenings make one line: how many, whether at several tiers, and which fields they changed that the reader may see.
alter table notification
    add column times  integer not null default 1 constraint notification_times_positive check (times > 0),
    add column spread boolean not null default false,
    add column fields text[]  not null default '{}';
-- what a new happening may join
create index notification_joinable on notification (user_id, created_at) where read_at is null;

-- What belongs to one transaction is one occasion.
alter table happening add column transaction xid8 not null default pg_current_xact_id();

-- Who was told of an occasion by a mail of its own, which says more than a line: no second mail.
create table happening_mailed (
    transaction xid8        not null default pg_current_xact_id(),
    tier_id     bigint      not null constraint happening_mailed_tier_fk references tier,
    user_id     bigint      not null constraint happening_mailed_user_fk references app_user on delete cascade,
    codes       text[]      not null,
    at          timestamptz not null,
    constraint happening_mailed_pk primary key (transaction, tier_id, user_id)
);
create index happening_mailed_tier on happening_mailed (tier_id);
create index happening_mailed_user on happening_mailed (user_id);
create index happening_mailed_age on happening_mailed (at);

-- Of one tier somebody may want to be told of something else than of all others.
create table subscription_exception (
    user_id bigint not null constraint subscription_exception_user_fk references app_user on delete cascade,
    tier_id bigint not null constraint subscription_exception_tier_fk references tier,
    version bigint not null,
    codes   text[] not null,
    constraint subscription_exception_pk primary key (user_id, tier_id)
);
create index subscription_exception_tier on subscription_exception (tier_id);

-- A mail at once waits for a moment of quiet, so that what happens together comes together.
alter table subscription_setting drop constraint subscription_setting_digest_due;
alter table subscription_setting add constraint subscription_setting_digest_due
    check (case mail when 'NONE' then digest_at is null when 'AT_ONCE' then true else digest_at is not null end);
