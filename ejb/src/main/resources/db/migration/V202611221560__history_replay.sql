-- What a thing looked like when it was created or deleted, field by field: with it the log can be played backwards past a deletion.
-- Holds personal data like old_value and new_value do: whoever erases those empties this too.
alter table history_entry add column snapshot jsonb;
-- the history of one field
create index history_entry_field on history_entry (tier_id, field, id desc);
