-- Many new tiers are written with their score, and that depends on their types: these are there first, within one transaction.
alter table tier_function alter constraint tier_function_tier_fk deferrable initially immediate;
