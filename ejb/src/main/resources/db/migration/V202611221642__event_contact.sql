-- Whom an event is about; the event stays with its tier when the person goes.
alter table event
    add column contact_id bigint constraint event_contact_fk references contact on delete set null,
    -- what the system itself notes: a code with its arguments, put into words in the reader's language; the subject keeps the French words,
    -- by which it is found
    add column code       text   constraint event_code_known check (code in ('CONVERTED_TO_CUSTOMER', 'CONVERTED_TO_PROSPECT')),
    add column arguments  text[] not null default '{}';
create index event_contact on event (contact_id);

update event set code = case subject when 'Converti en client' then 'CONVERTED_TO_CUSTOMER' else 'CONVERTED_TO_PROSPECT' end,
       arguments = coalesce(regexp_match(body, '^Code (.*), auparavant (.*)\.$'), '{}'), body = null
where type = 'NOTE' and subject in ('Converti en client', 'Converti en prospect')
  and (body is null or body ~ '^Code .*, auparavant .*\.$');
