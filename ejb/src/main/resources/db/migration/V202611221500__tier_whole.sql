alter table tier drop constraint tier_kind_known;
alter table tier
    add constraint tier_kind_known check (kind in ('COMPANY', 'INDIVIDUAL', 'HOUSEHOLD')),
    add column fax           text,
    add column capital       numeric(19, 2) constraint tier_capital_positive check (capital >= 0),
    add column founded_on    date,
    add column sector        text,
    -- INSEE's band of employees, code of variable TEFEN
    add column headcount_band text,
    add column blocked_until date,
    add column blocked_by    text,
    add column blocked_at    timestamptz,
    add column watch_reason  text,
    add column watch_until   date,
    add column watched_by    text,
    add column watched_at    timestamptz;
-- what the sweep of ended blocks and watches looks for
create index tier_block_ends on tier (least(blocked_until, watch_until)) where blocked_until is not null or watch_until is not null;

update tier set blocked_by = updated_by, blocked_at = updated_at where blocked;
update tier set watched_by = updated_by, watched_at = updated_at where under_watch;

-- E-mail addresses besides the primary one, which stands on the tier.
create table tier_other_email (
    tier_id  bigint  not null constraint tier_other_email_tier_fk references tier on delete cascade,
    position integer not null,
    type     text    not null constraint tier_other_email_type_known check (type in ('GENERAL', 'BILLING', 'ORDERS', 'SUPPORT', 'OTHER')),
    email    text    not null,
    constraint tier_other_email_pk primary key (tier_id, position)
);
create index tier_other_email_email on tier_other_email (lower(email));
