-- The two orders that lists are opened in most, with what the rights and the usual filter ask of each row: a page far from the ends is
-- counted to inside the index, without a look into the table for every row that is passed over. They take the place of the plain ones.
create index tier_sort_name_rights on tier (sort_name, id) include (status, sales_unit_id, owner_id, confidential);
drop index tier_sort_name;
create index tier_updated_at_rights on tier (updated_at, id) include (status, sales_unit_id, owner_id, confidential);
drop index tier_updated_at;
