create table numbering_rule (
    code    text   not null constraint numbering_rule_pk primary key,
    version bigint not null default 0,
    mask    text   not null
);
insert into numbering_rule (code, mask) values ('TIER', 'T{000000}');

-- One row per rule and period of reset. The row lock taken at save, held to the commit, is what makes codes unique and without gap.
create table numbering_counter (
    rule_code  text   not null constraint numbering_counter_rule_fk references numbering_rule,
    period     text   not null,
    last_value bigint not null,
    constraint numbering_counter_pk primary key (rule_code, period)
);
