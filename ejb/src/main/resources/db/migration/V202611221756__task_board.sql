-- The order of the tasks in a column of the board. A task that comes into a column stands by the day it is due, a finished one on top;
-- where somebody puts it afterwards is kept. The id breaks ties.
alter table event add column board_rank numeric;

create function task_rank(state text, due_on date, at timestamptz, id bigint) returns numeric language sql immutable as $$
    select case when state in ('PLANNED', 'IN_PROGRESS') then coalesce(due_on - date '1970-01-01', 1000000)
                else -extract(epoch from at at time zone 'UTC') end + id * 0.000000000001
$$;
update event set board_rank = task_rank(state, due_on, starts_at, id) where kind = 'TASK';

create function event_ranked() returns trigger language plpgsql as $$
begin
    if new.kind <> 'TASK' then
        return new;
    end if;
    if tg_op = 'INSERT' then
        new.board_rank := task_rank(new.state, new.due_on, new.starts_at, new.id);
    elsif new.state <> old.state or new.state in ('PLANNED', 'IN_PROGRESS') and new.due_on is distinct from old.due_on then
        new.board_rank := task_rank(new.state, new.due_on, clock_timestamp(), new.id);
    end if;
    return new;
end $$;
-- after event_kept, which says kind and state
create trigger event_ranked before insert or update of type, state, due_on on event for each row execute function event_ranked();

create index event_task_column on event (state, board_rank, id) where kind = 'TASK';
create index event_task_mine on event (assignee_id, state, board_rank, id) where kind = 'TASK';
create index event_task_author on event (author, state, board_rank, id) where kind = 'TASK';
