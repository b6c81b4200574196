-- The timeline shows events themselves, not the lines of the change log about them: of a tier with ten thousand events it would read
-- all their lines to find the few others.
create index history_entry_timeline on history_entry (tier_id, at desc, id desc) where entity <> 'event';
