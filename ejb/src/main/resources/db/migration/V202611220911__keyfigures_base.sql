-- Yearly figures of a company. One row per tier and closing date: a figure is never written twice.
create table key_figure (
    tier_id      bigint         not null constraint key_figure_tier_fk references tier,
    year         integer        not null,
    closing_date date           not null,
    duration     integer,
    turnover     numeric(19, 2),
    result       numeric(19, 2),
    headcount    integer,
    confidential boolean        not null default false,
    source       text           not null
                                constraint key_figure_source_known check (source in ('MANUAL', 'INFOGREFFE')),
    fetched_at   timestamptz    not null,
    constraint key_figure_pk primary key (tier_id, closing_date),
    constraint key_figure_duration_months check (duration between 1 and 36)
);

-- When a provider was last asked about a tier, and what came of it: drives which tiers are due.
create table key_figure_check (
    tier_id    bigint      not null constraint key_figure_check_pk primary key
                           constraint key_figure_check_tier_fk references tier on delete cascade,
    -- the number asked about: a tier whose SIREN was mended is due at once
    siren      text,
    checked_at timestamptz not null,
    outcome    text        not null
);
create index key_figure_check_checked_at on key_figure_check (checked_at);
