-- Of which business happenings a line is written among the events of the tier; the codes themselves are the program's.
create table happening_setting (
    code         text        not null constraint happening_setting_pk primary key,
    version      bigint      not null default 0,
    writes_event boolean     not null,
    updated_by   text,
    updated_at   timestamptz
);

insert into happening_setting (code, writes_event)
values ('TIER_CREATED', false), ('TIER_MODIFIED', false), ('CONVERTED_TO_PROSPECT', true), ('CONVERTED_TO_CUSTOMER', true),
       ('BLOCKED', true), ('UNBLOCKED', true), ('WATCHED', true), ('UNWATCHED', true), ('OWNER_CHANGED', true),
       ('REPRESENTATIVE_CHANGED', false), ('COLLABORATOR_CHANGED', false), ('REGISTRY_APPLIED', false), ('CONTACT_ADDED', false),
       ('CONTACT_MOVED', true), ('MAIL_SENT', false), ('NOTE_ADDED', false), ('DOCUMENT_ADDED', false), ('DOCUMENT_VERSION', false),
       ('INVOICE_RECEIVED', false), ('INVOICE_PAID', false), ('PAYMENT_RECORDED', false), ('PAYMENT_REVERSED', false),
       ('LIMIT_CROSSED', true);

-- Which codes there are says the program; each may come to stand in an event.
alter table event drop constraint event_code_known;
alter table event add constraint event_code_shape check (code ~ '^[A-Z][A-Z_]{2,39}$');
