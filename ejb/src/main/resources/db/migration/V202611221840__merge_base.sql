-- Records that became one. While a merge runs, triggers write down every row it changes, with the image from before: no feature has to
-- take part, so none can be forgotten, and the way back needs no knowledge of any of them.

create table merge_run (
    id             bigint      generated always as identity constraint merge_run_pk primary key,
    kind           text        not null constraint merge_run_kind_known check (kind in ('TIER', 'CONTACT')),
    -- no foreign key: the ledger outlives both
    survivor_id    bigint      not null,
    survivor_label text        not null,
    author         text        not null,
    at             timestamptz not null,
    -- why a refusal was overruled
    reason         text,
    moved          jsonb       not null default '{}',
    deduplicated   jsonb       not null default '{}',
    undone_at      timestamptz,
    undone_by      text,
    constraint merge_run_undone_by_somebody check ((undone_at is null) = (undone_by is null))
);
create index merge_run_survivor on merge_run (kind, survivor_id, id);
create index merge_run_at on merge_run (at);

-- What is no longer there under its id, and whom it leads to; empty again after an undo.
create table merged_record (
    kind    text   not null,
    id      bigint not null,
    into_id bigint not null,
    run_id  bigint not null constraint merged_record_run_fk references merge_run on delete cascade,
    constraint merged_record_pk primary key (kind, id)
);
create index merged_record_into on merged_record (kind, into_id);
create index merged_record_run on merged_record (run_id);

-- The sources of a run, as they were called: kept after an undo as well.
create table merge_source (
    run_id bigint not null constraint merge_source_run_fk references merge_run on delete cascade,
    id     bigint not null,
    label  text   not null,
    constraint merge_source_pk primary key (run_id, id)
);

-- The before-images, in the order in which they were written; gone after thirty days, or as soon as somebody is to be forgotten.
create table merge_row (
    seq        bigint not null generated always as identity constraint merge_row_pk primary key,
    run_id     bigint not null constraint merge_row_run_fk references merge_run on delete cascade,
    part       text   not null,
    table_name text   not null,
    op         text   not null,
    key        jsonb  not null,
    -- of an update: what it changed alone
    before     jsonb,
    after      jsonb
);
create index merge_row_run on merge_row (run_id, seq);

-- tiers.merge holds the run while it is on, tiers.merge_part the feature at work.
create function merge_journal() returns trigger language plpgsql as $$
declare
    gone jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
    come jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
    keyed jsonb;
begin
    select jsonb_object_agg(name, coalesce(come, gone) -> name) into keyed from unnest(tg_argv) name;
    if tg_op = 'UPDATE' then
        select jsonb_object_agg(e.key, e.value) into gone from jsonb_each(gone) e where come -> e.key is distinct from e.value;
        if gone is null then
            return null;
        end if;
        select jsonb_object_agg(name, come -> name) into come from jsonb_object_keys(gone) name;
    end if;
    insert into merge_row (run_id, part, table_name, op, key, before, after)
    values (current_setting('tiers.merge')::bigint, current_setting('tiers.merge_part'), tg_table_name, tg_op, keyed, gone, come);
    return null;
end $$;

-- Run after every migration (afterMigrate.sql): a table that came new is written down as well. Left out is what only grows, and what
-- a merge must not take back: the logs, the ledger itself, counters of numbers that were given. What is to be told of what happened
-- is told even if it is undone, so of these tables a merge's own new rows are left out.
create function merge_journal_install() returns void language plpgsql as $$
declare
    missing record;
begin
    for missing in
        select c.relname as name,
               -- without a primary key, the columns that always say something
               (select string_agg(quote_literal(a.attname), ', ') from pg_attribute a
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attnotnull
                  and (a.attnum = any(i.indkey) or i.indkey is null)) as keys
        from pg_class c left join pg_index i on i.indrelid = c.oid and i.indisprimary
        where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
          and c.relname not in ('flyway_schema_history', 'merge_run', 'merge_row', 'merge_source', 'merged_record', 'history_entry',
                                'idempotency_key', 'numbering_counter', 'bell')
          and c.relname !~ '^(job_(run|partition|instance|execution)|step_execution|partition_execution)'
    loop
        continue when missing.keys is null
            or exists (select 1 from pg_trigger t where t.tgrelid = missing.name::regclass and t.tgname = 'zz_merge_journal');
        execute format(
            'create trigger zz_merge_journal after %s update or delete on %I for each row '
            || 'when (coalesce(current_setting(''tiers.merge'', true), '''') <> '''') execute function merge_journal(%s)',
            case when missing.name in ('happening', 'notification', 'outbox_mail') then '' else 'insert or' end, missing.name, missing.keys);
    end loop;
end $$;

-- Columns that say nothing of their own: counters of versions, stamps, what is computed from the rest.
create function merge_ignores(in_table text, name text) returns boolean language sql immutable as $$
    select name like '%version' or name in ('updated_at', 'updated_by')
        or in_table = 'tier' and name in ('quality', 'quality_max', 'custom_text')
$$;

-- A row as it was, but for its version: whoever still has it open is told.
create function merge_put_back(in_table text, image jsonb) returns void language plpgsql as $$
declare
    cols text := (select string_agg(quote_ident(a.attname), ', ') from pg_attribute a
                  where a.attrelid = in_table::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '');
begin
    execute format('insert into %1$I (%2$s) overriding system value select %2$s from jsonb_populate_record(null::%1$I, $1)', in_table, cols)
    using case when image ? 'version' then jsonb_set(image, '{version}', to_jsonb((image ->> 'version')::bigint + 1)) else image end;
end $$;

-- Takes a run back, last row first. A row that is no longer as the merge left it stays as it is and is returned.
create function merge_undo(undone bigint)
    returns table (part text, table_name text, key jsonb, what text, columns text[], label text) language plpgsql as $$
#variable_conflict use_column
declare
    entry   record;
    known   text := '';
    cols    text[];
    matches text;
    present jsonb;
    put     text;
    result  jsonb;
    child   record;
    waiting bigint[] := '{}';
begin
    -- triggers that add rows of their own stand back: those rows are in the journal
    perform set_config('tiers.undo', 'on', true);
    for entry in select * from merge_row m where m.run_id = undone order by m.seq desc loop
        if entry.table_name <> known then
            known := entry.table_name;
            select array_agg(a.attname::text) into cols from pg_attribute a
            where a.attrelid = known::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '';
            select string_agg(format('t.%1$I = (jsonb_populate_record(null::%2$I, $1)).%1$I', k, known), ' and ') into matches
            from jsonb_object_keys(entry.key) k;
        end if;
        execute format('select to_jsonb(t) from %I t where %s for update', known, matches) into present using entry.key;
        part := entry.part;
        table_name := known;
        key := entry.key;
        select coalesce(l ->> 'name', l ->> 'subject', l ->> 'label', l ->> 'number', l ->> 'last_name', l ->> 'code') into label
        from (select coalesce(present, entry.before, entry.after) as l) image;
        what := null;
        columns := '{}';
        begin
            if entry.op = 'DELETE' then
                if present is not null then
                    what := 'TAKEN';
                else
                    perform merge_put_back(known, entry.before);
                    -- what hangs on it went after it by a cascade, so it came back before it, in vain
                    for child in select * from merge_row m where m.seq = any(waiting) order by m.seq loop
                        begin
                            perform merge_put_back(child.table_name, child.before);
                            waiting := array_remove(waiting, child.seq);
                        exception when foreign_key_violation then
                            null; -- its own turn is still to come
                        end;
                    end loop;
                end if;
            elsif entry.op = 'INSERT' then
                if present is not null then
                    columns := array(select c from unnest(cols) c
                                     where present -> c is distinct from entry.after -> c and not merge_ignores(known, c));
                    if cardinality(columns) > 0 then
                        what := 'CHANGED';
                    else
                        execute format('delete from %I t where %s', known, matches) using entry.key;
                    end if;
                end if;
            else
                select string_agg(format('%1$I = (jsonb_populate_record(null::%2$I, $2)).%1$I', c, known), ', ') into put
                from unnest(cols) c where entry.before ? c and not merge_ignores(known, c);
                columns := array(select c from unnest(cols) c
                                 where entry.before ? c and present -> c is distinct from entry.after -> c and not merge_ignores(known, c));
                if put is null then
                    null;
                elsif present is null then
                    what := 'GONE';
                elsif cardinality(columns) > 0 then
                    what := 'CHANGED';
                else
                    execute format('update %I t set %s%s where %s returning to_jsonb(t)', known, put,
                                   case when 'version' = any(cols) then ', version = t.version + 1' else '' end, matches)
                    into result using entry.key, entry.before;
                    -- a trigger may have had its own idea of a column; told again alone, it has not
                    if exists (select 1 from unnest(cols) c where entry.before ? c and result -> c is distinct from entry.before -> c
                               and not merge_ignores(known, c)) then
                        execute format('update %I t set %s where %s', known, put,
                                       (select string_agg(format('t.%1$I = (jsonb_populate_record(null::%2$I, $3)).%1$I', k, known), ' and ')
                                        from jsonb_object_keys(entry.key) k))
                        using entry.key, entry.before,
                              (select jsonb_object_agg(k, result -> k) from jsonb_object_keys(entry.key) k);
                    end if;
                end if;
            end if;
        exception when foreign_key_violation then
            if entry.op = 'DELETE' then
                waiting := waiting || entry.seq;
            else
                what := 'TAKEN';
            end if;
        when unique_violation or exclusion_violation or check_violation or not_null_violation then
            what := 'TAKEN';
        end;
        -- what is computed finds its way by itself
        if what is not null and known not in ('quality_score', 'geocoding', 'key_figure_check', 'happening') then
            return next;
        end if;
    end loop;
    return query select m.part, m.table_name, m.key, 'TAKEN', '{}'::text[], m.before ->> 'name' from merge_row m where m.seq = any(waiting);
    perform set_config('tiers.undo', '', true);
end $$;

create or replace trigger address_geocoding
    after insert or update of line1, line2, line3, postal_code, city, country, latitude, longitude on address
    for each row when (coalesce(current_setting('tiers.undo', true), '') = '') execute function geocoding_of_address();
create or replace trigger tier_geocoding
    after insert or update of address_line1, address_line2, address_line3, postal_code, city, country, latitude, longitude on tier
    for each row when (coalesce(current_setting('tiers.undo', true), '') = '') execute function geocoding_of_tier();

insert into happening_setting (code, writes_event) values ('MERGED', true), ('MERGE_UNDONE', true);
