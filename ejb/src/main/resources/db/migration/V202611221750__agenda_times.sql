-- An agenda asks for what some people have within a frame of time. What lasts a day or less begins at most a day before the frame: a
-- range of the index by beginning holds it. What lasts longer may have begun any time ago, but is rare: an index of its own, by end.
create index event_assignee_long on event (assignee_id, ends_at) where ends_at - starts_at > interval '24 hours';

-- Whoever takes part needs the same without a look at every event of his or her past: the times stand with the participation, kept by
-- triggers, so that no writer can forget them.
alter table event_participant
    add column starts_at timestamptz,
    add column ends_at   timestamptz;
update event_participant p set starts_at = e.starts_at, ends_at = e.ends_at from event e where e.id = p.event_id;
create index event_participant_agenda on event_participant (user_id, starts_at) where user_id is not null;
create index event_participant_agenda_long on event_participant (user_id, ends_at)
    where user_id is not null and ends_at - starts_at > interval '24 hours';

create function event_participant_timed() returns trigger language plpgsql as $$
begin
    select e.starts_at, e.ends_at into new.starts_at, new.ends_at from event e where e.id = new.event_id;
    return new;
end $$;
create trigger event_participant_timed before insert or update of event_id on event_participant
    for each row execute function event_participant_timed();

create function event_moved() returns trigger language plpgsql as $$
begin
    update event_participant set starts_at = new.starts_at, ends_at = new.ends_at where event_id = new.id;
    return null;
end $$;
create trigger event_moved after update of starts_at, ends_at on event for each row
    when ((old.starts_at, old.ends_at) is distinct from (new.starts_at, new.ends_at)) execute function event_moved();
