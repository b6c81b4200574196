-- Ranges per company and purpose; company null: all companies that have none of their own.
alter table numbering_rule
    add column purpose    text   not null default 'SHARED'
        constraint numbering_rule_purpose_known
        check (purpose in ('SHARED', 'CUSTOMER', 'PROSPECT', 'SUPPLIER', 'CUSTOMER_ACCOUNT', 'SUPPLIER_ACCOUNT')),
    add column company_id bigint constraint numbering_rule_company_fk references company;
create unique index numbering_rule_range on numbering_rule (purpose, coalesce(company_id, 0));
create index numbering_rule_company on numbering_rule (company_id);
insert into numbering_rule (code, purpose, mask) values
    ('CUSTOMER',         'CUSTOMER',         'C{000000}'),
    ('PROSPECT',         'PROSPECT',         'P{000000}'),
    ('SUPPLIER',         'SUPPLIER',         'F{000000}'),
    ('CUSTOMER_ACCOUNT', 'CUSTOMER_ACCOUNT', '411{00000}'),
    ('SUPPLIER_ACCOUNT', 'SUPPLIER_ACCOUNT', '401{00000}');

-- A mask may count per letters of the tier: {ccc000}
alter table numbering_counter add column letters text not null default '';
alter table numbering_counter drop constraint numbering_counter_pk;
alter table numbering_counter add constraint numbering_counter_pk primary key (rule_code, period, letters);
