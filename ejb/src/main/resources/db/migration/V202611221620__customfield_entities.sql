-- Custom fields of contacts, addresses and events are filtered and found like those of tiers.
alter table contact add column custom_text text not null default '';
alter table address add column custom_text text not null default '';
alter table event   add column custom_text text not null default '';

-- "this value", "one of these values", "has a value like it already"
create index contact_custom on contact using gin (custom jsonb_path_ops);
create index address_custom on address using gin (custom jsonb_path_ops);
create index event_custom on event using gin (custom jsonb_path_ops);
create index contact_custom_text on contact using gin (custom_text gin_trgm_ops);
create index address_custom_text on address using gin (custom_text gin_trgm_ops);
create index event_custom_text on event using gin (custom_text gin_trgm_ops);

-- The argument is the object, as custom_field names it.
create function custom_words_kept() returns trigger language plpgsql as $$
begin
    new.custom_text := case when new.custom = '{}' then '' else custom_words(tg_argv[0], new.custom) end;
    return new;
end $$;
create trigger contact_custom_words before insert or update of custom on contact
    for each row execute function custom_words_kept('CONTACT');
create trigger address_custom_words before insert or update of custom on address
    for each row execute function custom_words_kept('ADDRESS');
create trigger event_custom_words before insert or update of custom on event
    for each row execute function custom_words_kept('EVENT');
-- one function for all four
create or replace trigger tier_custom_words before insert or update of custom on tier
    for each row execute function custom_words_kept('TIER');
drop function tier_custom_words();
