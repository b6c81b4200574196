-- Whether mails reach the person at this tier's address: said by somebody, or later by what campaigns come back with.
alter table contact_link
    add column email_state    text        not null default 'UNKNOWN'
                              constraint contact_link_email_state_known
                              check (email_state in ('UNKNOWN', 'VALID', 'SOFT_BOUNCE', 'INVALID', 'UNSUBSCRIBED', 'COMPLAINT')),
    add column email_state_at timestamptz,
    add constraint contact_link_email_state_of_address check (email is not null or email_state = 'UNKNOWN');

-- What was found out about one address says nothing about another. Several writers change addresses; none of them can forget it.
-- Who knows the new address's state says so in the same statement (a merge).
create function contact_email_changed() returns trigger language plpgsql as $$
begin
    new.email_state := 'UNKNOWN';
    new.email_state_at := null;
    return new;
end $$;
create trigger contact_email_changed before update of email on contact_link for each row
    when (lower(new.email) is distinct from lower(old.email) and new.email_state = old.email_state) execute function contact_email_changed();
