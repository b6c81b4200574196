-- Lists of events at ten millions: what somebody wrote, and what is still open by the day it is due.
create index event_author on event (author, starts_at desc, id desc);
create index event_open_due on event ((coalesce(due_on, 'infinity')), id) where state in ('PLANNED', 'IN_PROGRESS');
