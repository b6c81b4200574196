-- What a tier has as a customer and as a supplier. The row stays when the function is taken away: a former customer is known by it.
create table tier_function_block (
    tier_id            bigint        not null constraint tier_function_block_tier_fk references tier on delete cascade,
    function           text          not null constraint tier_function_block_function_known check (function in ('CUSTOMER', 'SUPPLIER')),
    version            bigint        not null default 0,
    -- null: the tier's own code
    code               text          constraint tier_function_block_code_uk unique,
    accounting_account text,
    payment_terms      text,
    payment_method     text          constraint tier_function_block_method_known
                                     check (payment_method in ('TRANSFER', 'DIRECT_DEBIT', 'CARD', 'CHEQUE', 'BILL_OF_EXCHANGE', 'CASH')),
    discount           numeric(5, 2) constraint tier_function_block_discount_range check (discount between 0 and 100),
    notes              text,
    since              timestamptz   not null,
    ended_at           timestamptz,
    constraint tier_function_block_pk primary key (tier_id, function)
);
create index tier_function_block_account on tier_function_block (function, accounting_account) where accounting_account is not null;

-- Codes that lead to a tier and are never given again: a prospect's code before its conversion, one brought along from another
-- software, that of a tier that was merged.
create table tier_former_code (
    code    text        not null constraint tier_former_code_pk primary key,
    tier_id bigint      not null constraint tier_former_code_tier_fk references tier on delete cascade,
    kind    text        not null constraint tier_former_code_kind_known check (kind in ('FORMER', 'LEGACY', 'MERGED')),
    since   timestamptz not null
);
create index tier_former_code_tier on tier_former_code (tier_id);
create index tier_former_code_words on tier_former_code using gin (fold(code) gin_trgm_ops);
