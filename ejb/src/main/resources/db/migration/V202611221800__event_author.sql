-- What somebody has noted down is asked for by the filter of the list and, for whoever does not see every tier, by each list of events.
create index event_author on event (author, starts_at desc, id desc);
