-- the timeline reads the changes of a tier by time
create index history_entry_tier_at on history_entry (tier_id, at desc, id desc);
