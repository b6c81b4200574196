-- The observation becomes HTML: what was written as text until now stays the same text.
update tier set observation = '<p>' || replace(replace(replace(replace(observation, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), E'\n', '<br />')
                                    || '</p>'
where observation is not null;
-- found by its words, not by its tags
alter table tier add column observation_text text generated always as (
    fold(replace(replace(replace(regexp_replace(observation, '<[^>]*>', ' ', 'g'), '&lt;', '<'), '&gt;', '>'), '&amp;', '&'))) stored;
create index tier_observation_text on tier using gin (observation_text gin_trgm_ops) where observation_text is not null;
