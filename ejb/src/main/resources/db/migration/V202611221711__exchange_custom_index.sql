-- An import writes tier after tier and asks before each whether a unique value is taken: a list of pending entries, read from end to end
-- each time, would make that slower with every row. Entries go into the index at once.
alter index tier_custom set (fastupdate = off);
