-- What follows a change of a field (index, words of the search, computed values) may be cut short by a restart: whoever looks later sees it.
alter table custom_field add column changes integer not null default 1, add column settled integer not null default 0;
update custom_field set settled = 1 where index_state in ('NONE', 'READY');
