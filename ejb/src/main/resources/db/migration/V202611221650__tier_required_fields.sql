-- What the administrator wants to know of every tier of a type; names of fields as REST and the change log have them.
alter table tier_type add column required_fields text[] not null default '{}'
    constraint tier_type_required_fields_named check (array_position(required_fields, null) is null);
