-- What a field's rights come to, with those of the fields it is computed from: kept by the administration of the definitions.
alter table custom_field
    -- roles that see it besides administrators; null: everybody who sees the object
    add column viewers text[],
    -- whether it takes part in REST
    add column api     boolean not null default true;

-- The search box is the same for all: it knows nothing that some may not see. Rich text is found by its words, not by its tags.
create or replace function custom_words(object_name text, custom jsonb) returns text
    language sql stable
    return (select coalesce(fold(string_agg(
                case when f.type = 'HTML' then replace(replace(replace(
                             regexp_replace(v.value #>> '{}', '<[^>]*>', ' ', 'g'), '&lt;', '<'), '&gt;', '>'), '&amp;', '&')
                     when jsonb_typeof(v.value) = 'string' then v.value #>> '{}'
                     else v.value::text end, ' ' order by v.key)), '')
            from jsonb_each(custom) v join custom_field f on f.object = object_name and f.code = v.key
            where (f.definition ->> 'searchable')::boolean and f.archived_at is null and f.viewers is null);
