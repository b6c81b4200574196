-- Whom a tier's papers of one kind go to, when they name nobody: the default contact per usage. A row stays when its contact goes, so that
-- its version never comes again.
create table contact_default (
    tier_id bigint not null constraint contact_default_tier_fk references tier on delete cascade,
    usage   text   not null constraint contact_default_usage_known check (usage in ('BILLING', 'DELIVERY', 'FOLLOW_UP', 'LEGAL')),
    version bigint not null default 0,
    link_id bigint,
    constraint contact_default_pk primary key (tier_id, usage),
    -- somebody at the same tier; the check waits for the commit, so that a merge can move everybody
    constraint contact_default_link_fk foreign key (link_id, tier_id) references contact_link (id, tier_id)
        on delete set null (link_id) deferrable initially deferred
);
create index contact_default_link on contact_default (link_id);
