-- The map at a million tiers: how many there are in each square of a grid is kept, not counted, apart by everything that decides who may
-- see a tier and by what lists are usually narrowed by. Squares are those of the web's maps: at level z the world is 2^z of them wide.
create index tier_place on tier (longitude, latitude);
create index tier_unplaced on tier (id) where latitude is null;

create function map_x(longitude double precision) returns integer language sql immutable parallel safe
    return least(floor((longitude + 180) / 360 * 67108864)::integer, 67108863);

-- Mercator ends before the poles.
create function map_y(latitude double precision) returns integer language sql immutable parallel safe
    return greatest(0, least(67108863, floor((1 - asinh(tan(radians(greatest(-85.05, least(85.05, latitude))))) / pi()) / 2 * 67108864)))::integer;

-- Neither table has a key or a column that is never null, on purpose: such tables are left out of the journal of merges. What stands here
-- follows from tiers and their types, by the triggers below, also when a merge is undone.
create table map_cell (
    level         integer,
    x             integer,
    y             integer,
    sales_unit_id bigint,
    owner_id      bigint,
    confidential  boolean,
    status        text,
    types         text[],
    number        bigint,
    longitudes    double precision,
    latitudes     double precision
);
create unique index map_cell_once on map_cell (level, x, y, sales_unit_id, owner_id, confidential, status, types) nulls not distinct;

-- What has changed since: rows are only added, so that nobody waits for somebody else's save; a timer folds them into the cells.
create table map_change (like map_cell);
create index map_change_place on map_change (level, x, y);

create function map_count(t tier, types text[], sign integer) returns void language sql as $$
    insert into map_change
    select level, map_x(t.longitude) >> (26 - level), map_y(t.latitude) >> (26 - level), t.sales_unit_id, t.owner_id, t.confidential,
           t.status, types, sign, sign * t.longitude, sign * t.latitude
    from unnest(array[10, 13, 16]) level
    where t.longitude is not null and t.latitude is not null
$$;

create function map_types(tier_id bigint) returns text[] language sql stable as $$
    select array(select f.type_code from tier_function f where f.tier_id = map_types.tier_id order by f.type_code)
$$;

create function map_tier() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform map_count(old, map_types(old.id), -1);
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    perform map_count(new, map_types(new.id), 1);
    return new;
end $$;
create trigger map_tier_come after insert on tier for each row when (new.latitude is not null) execute function map_tier();
create trigger map_tier_moved after update of latitude, longitude, sales_unit_id, owner_id, confidential, status on tier for each row
    when ((old.latitude, old.longitude, old.sales_unit_id, old.owner_id, old.confidential, old.status)
        is distinct from (new.latitude, new.longitude, new.sales_unit_id, new.owner_id, new.confidential, new.status))
    execute function map_tier();
-- before: its types may go with it
create trigger map_tier_gone before delete on tier for each row when (old.latitude is not null) execute function map_tier();

-- Before each row: what the statement has done to the rows before it is seen then, what it will do to the rest is not.
create function map_tier_type() returns trigger language plpgsql as $$
declare
    t       tier%rowtype;
    code    text := case tg_op when 'DELETE' then old.type_code else new.type_code end;
    of_tier bigint := case tg_op when 'DELETE' then old.tier_id else new.tier_id end;
    present text[];
begin
    select * into t from tier where id = of_tier and latitude is not null;
    if found then
        present := map_types(of_tier);
        if (code = any(present)) = (tg_op = 'DELETE') then
            perform map_count(t, present, -1);
            perform map_count(t, array(select c from unnest(case tg_op when 'DELETE' then array_remove(present, code)
                                                                 else present || code end) c order by c), 1);
        end if;
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger map_tier_type before insert or delete on tier_function for each row execute function map_tier_type();

-- Takes the changes into the cells; whoever reads meanwhile sees both as they were.
create function map_fold(most integer) returns bigint language plpgsql as $$
declare
    folded bigint;
begin
    if not pg_try_advisory_xact_lock(hashtext('map_fold')) then
        return 0;
    end if;
    with gone as (
        delete from map_change where ctid = any(array(select ctid from map_change limit most)) returning *),
    counted as (
        insert into map_cell
        select level, x, y, sales_unit_id, owner_id, confidential, status, types, sum(number), sum(longitudes), sum(latitudes)
        from gone group by 1, 2, 3, 4, 5, 6, 7, 8
        on conflict (level, x, y, sales_unit_id, owner_id, confidential, status, types) do update
            set number = map_cell.number + excluded.number, longitudes = map_cell.longitudes + excluded.longitudes,
                latitudes = map_cell.latitudes + excluded.latitudes
        returning 1)
    select count(*) into folded from gone;
    return folded;
end $$;

-- Counts everything anew.
create function map_rebuild() returns void language sql as $$
    lock table map_cell, map_change in exclusive mode;
    delete from map_change;
    delete from map_cell;
    insert into map_cell
    select level, map_x(t.longitude) >> (26 - level), map_y(t.latitude) >> (26 - level), t.sales_unit_id, t.owner_id, t.confidential,
           t.status, coalesce(f.types, '{}'), count(*), sum(t.longitude), sum(t.latitude)
    from tier t
    left join (select tier_id, array_agg(type_code order by type_code) as types from tier_function group by tier_id) f on f.tier_id = t.id
    cross join unnest(array[10, 13, 16]) level
    where t.longitude is not null and t.latitude is not null
    group by 1, 2, 3, 4, 5, 6, 7, 8
    order by 1, 2, 3
$$;
select map_rebuild();
