-- Mails are written here in the transaction that causes them and sent after its commit.
create table outbox_mail (
    id            bigint      generated always as identity constraint outbox_mail_pk primary key,
    message_id    text        not null constraint outbox_mail_message_id_uk unique,
    purpose       text        not null,
    -- the business object the mail speaks of; one mail per object and purpose
    reference     text        not null,
    tier_id       bigint      constraint outbox_mail_tier_fk references tier,
    recipients    text[]      not null constraint outbox_mail_has_recipient check (cardinality(recipients) > 0),
    subject       text        not null,
    body          text        not null,
    attachment_name    text,
    attachment_type    text,
    attachment_content text,
    status        text        not null default 'PENDING'
                              constraint outbox_mail_status_known check (status in ('PENDING', 'SENDING', 'SENT', 'FAILED')),
    attempts      integer     not null default 0,
    next_try_at   timestamptz not null,
    lease_until   timestamptz,
    last_error    text,
    created_at    timestamptz not null,
    sent_at       timestamptz,
    constraint outbox_mail_once_per_reference unique (purpose, reference)
);
create index outbox_mail_due on outbox_mail (next_try_at) where status in ('PENDING', 'SENDING');
create index outbox_mail_recent on outbox_mail (id desc, status);
create index outbox_mail_tier on outbox_mail (tier_id);

create table mail_template (
    company_id bigint constraint mail_template_company_fk references company,
    purpose    text   not null,
    language   text   not null,
    subject    text   not null,
    body       text   not null,
    constraint mail_template_uk unique nulls not distinct (company_id, purpose, language)
);
