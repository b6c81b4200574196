create sequence receivable_seq;

create table invoice (
    id           bigint         not null constraint invoice_pk primary key,
    version      bigint         not null default 0,
    external_id  text           not null constraint invoice_external_id_uk unique,
    tier_id      bigint         not null constraint invoice_tier_fk references tier,
    company_id   bigint         constraint invoice_company_fk references company,
    number       text           not null,
    type         text           not null constraint invoice_type_known check (type in ('INVOICE', 'CREDIT_NOTE')),
    date         date           not null,
    due_date     date,
    currency     text           not null default 'EUR',
    total_amount numeric(19, 2) not null,
    paid_amount  numeric(19, 2) not null default 0,
    updated_at   timestamptz    not null,
    -- never more paid than billed, whatever path writes it
    constraint invoice_not_overpaid check (abs(paid_amount) <= abs(total_amount) and paid_amount * total_amount >= 0)
);
create index invoice_tier on invoice (tier_id, date desc, id desc);
create index invoice_recent on invoice (date desc, id desc);
create index invoice_company on invoice (company_id);
-- the search box finds a piece by the beginning of its number
create index invoice_number on invoice (upper(number) text_pattern_ops);
create index invoice_open on invoice (tier_id, due_date) where paid_amount <> total_amount;

create table invoice_line (
    id          bigint         not null constraint invoice_line_pk primary key,
    invoice_id  bigint         not null constraint invoice_line_invoice_fk references invoice on delete cascade,
    line_number integer        not null,
    label       text           not null,
    quantity    numeric(19, 4) not null default 1,
    amount      numeric(19, 2) not null,
    paid_amount numeric(19, 2) not null default 0,
    constraint invoice_line_number_uk unique (invoice_id, line_number),
    constraint invoice_line_not_overpaid check (abs(paid_amount) <= abs(amount) and paid_amount * amount >= 0)
);

create table payment (
    id            bigint         not null constraint payment_pk primary key,
    version       bigint         not null default 0,
    tier_id       bigint         not null constraint payment_tier_fk references tier,
    company_id    bigint         constraint payment_company_fk references company,
    amount        numeric(19, 2) not null constraint payment_amount_positive check (amount > 0),
    currency      text           not null default 'EUR',
    method        text           not null
                                 constraint payment_method_known check (method in ('CHEQUE', 'CARD', 'TRANSFER', 'CASH', 'DIRECT_DEBIT')),
    date          date           not null,
    reference     text,
    collector     text           not null,
    status        text           not null default 'ENTERED'
                                 constraint payment_status_known check (status in ('ENTERED', 'SENT', 'INTEGRATED', 'REJECTED', 'REVERSED')),
    status_reason text,
    created_at    timestamptz    not null
);
create index payment_tier on payment (tier_id, date desc, id desc);
create index payment_company on payment (company_id);

create table payment_allocation (
    id              bigint         not null constraint payment_allocation_pk primary key,
    payment_id      bigint         not null constraint payment_allocation_payment_fk references payment,
    invoice_line_id bigint         not null constraint payment_allocation_line_fk references invoice_line,
    amount          numeric(19, 2) not null constraint payment_allocation_not_zero check (amount <> 0),
    constraint payment_allocation_once unique (payment_id, invoice_line_id)
);
create index payment_allocation_line on payment_allocation (invoice_line_id);

create table outstanding (
    tier_id            bigint         not null constraint outstanding_pk primary key
                                      constraint outstanding_tier_fk references tier,
    amount             numeric(19, 2) not null,
    credit_limit       numeric(19, 2),
    accounting_blocked boolean        not null default false,
    currency           text           not null default 'EUR',
    as_of              timestamptz    not null
);
