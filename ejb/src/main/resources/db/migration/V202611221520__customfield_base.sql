-- Fields that administrators add to an object. Their values stand in the object's own row, in the column custom, by code.
create table custom_field (
    id          bigint      not null generated always as identity constraint custom_field_pk primary key,
    version     bigint      not null default 0,
    object      text        not null constraint custom_field_object_known check (object in ('TIER', 'CONTACT', 'ADDRESS', 'EVENT')),
    code        text        not null constraint custom_field_code_shape check (code ~ '^[a-z][A-Za-z0-9_]{1,39}$'),
    type        text        not null,
    position    integer     not null default 100,
    active      boolean     not null default true,
    -- labels, options, limits, flags, conditions: see the record FieldDefinition
    definition  jsonb       not null,
    -- deleted: kept with its values for 30 days
    archived_at timestamptz,
    archived_by text,
    -- of the index that keeps filter and sort fast
    index_state text        not null default 'NONE'
                constraint custom_field_index_state_known check (index_state in ('NONE', 'BUILDING', 'READY', 'FAILED')),
    constraint custom_field_code_uk unique (object, code)
);

alter table tier
    add column custom      jsonb not null default '{}' constraint tier_custom_object check (jsonb_typeof(custom) = 'object'),
    -- values of searchable fields, folded: kept by a trigger, so that no writer can forget it
    add column custom_text text  not null default '';
alter table contact add column custom jsonb not null default '{}' constraint contact_custom_object check (jsonb_typeof(custom) = 'object');
alter table address add column custom jsonb not null default '{}' constraint address_custom_object check (jsonb_typeof(custom) = 'object');
alter table event   add column custom jsonb not null default '{}' constraint event_custom_object check (jsonb_typeof(custom) = 'object');
-- "this value", "one of these values", "has a value like it already"
create index tier_custom on tier using gin (custom jsonb_path_ops);
create index tier_custom_text on tier using gin (custom_text gin_trgm_ops);

create function custom_words(object_name text, custom jsonb) returns text
    language sql stable
    return (select coalesce(fold(string_agg(case jsonb_typeof(v.value) when 'string' then v.value #>> '{}' else v.value::text end, ' ' order by v.key)), '')
            from jsonb_each(custom) v join custom_field f on f.object = object_name and f.code = v.key
            where (f.definition ->> 'searchable')::boolean and f.archived_at is null);

create function tier_custom_words() returns trigger language plpgsql as $$
begin
    new.custom_text := case when new.custom = '{}' then '' else custom_words('TIER', new.custom) end;
    return new;
end $$;
create trigger tier_custom_words before insert or update of custom on tier
    for each row execute function tier_custom_words();
