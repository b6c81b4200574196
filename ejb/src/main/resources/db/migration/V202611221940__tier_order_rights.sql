-- The two orders that lists are opened in most, with what the rights and the usual filter ask of each row: a page far from the ends is
-- counted to inside the index, without a look into the table for every row that is passed over. The plain ones stay: to drop them waits
-- for every reader of the table, and a migration gives up when somebody reads long.
create index tier_sort_name_rights on tier (sort_name, id) include (status, sales_unit_id, owner_id, confidential);
create index tier_updated_at_rights on tier (updated_at, id) include (status, sales_unit_id, owner_id, confidential);
