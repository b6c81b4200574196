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

-- The defaults, for every company that has no template of its own.
insert into mail_template (company_id, purpose, language, subject, body) values
    (null, 'PAYMENT_RECORDED', 'fr', 'Encaissement {{payment.amount}} – {{tier.code}} {{tier.name}}',
'Bonjour,

Un encaissement vient d''être saisi dans Tiers.

Société : {{company.name}}
Tiers : {{tier.code}} {{tier.name}}
Montant : {{payment.amount}}
Mode : {{payment.method}}
Date : {{payment.date}}
Référence : {{payment.reference}}
Encaissé par : {{payment.collector}}
N° d''encaissement : {{payment.id}}

Factures et lignes réglées :
{{payment.allocations}}

Nouveau solde du tiers : {{tier.balance}}

Le fichier joint reprend ces informations pour l''intégration comptable.
'),
    (null, 'PAYMENT_RECORDED', 'en', 'Payment {{payment.amount}} – {{tier.code}} {{tier.name}}',
'Hello,

A payment was recorded in Tiers.

Company: {{company.name}}
Tier: {{tier.code}} {{tier.name}}
Amount: {{payment.amount}}
Method: {{payment.method}}
Date: {{payment.date}}
Reference: {{payment.reference}}
Collected by: {{payment.collector}}
Payment no.: {{payment.id}}

Invoices and lines paid:
{{payment.allocations}}

New balance of the tier: {{tier.balance}}

The attached file holds the same for the accounting system.
');
