-- A series has one name in calendars, and its participants are written to as a whole.
alter table event_series
    add column uid        uuid    not null default gen_random_uuid(),
    add column invites    boolean not null default false,
    -- the series that this one is the rest of
    add column split_from bigint  constraint event_series_split_fk references event_series on delete set null;
create unique index event_series_uid on event_series (uid);
create index event_series_split on event_series (split_from) where split_from is not null;
update event_series s set invites = true
where exists (select 1 from event e join event_invite i on i.event_id = e.id and i.send where e.series_id = s.id);

-- What calendars elsewhere know under one name: the last that was told of it, so that the end of something that is gone can be told too.
create table calendar_thread (
    uid         uuid        not null constraint calendar_thread_pk primary key,
    -- when what has changed is to be told; several changes until then are one mail
    due_at      timestamptz,
    problem     text,
    organiser   text,
    tier_id     bigint,
    subject     text,
    body        text,
    place       text,
    online_link text,
    private     boolean     not null default false,
    starts_at   timestamptz,
    ends_at     timestamptz,
    all_day     boolean     not null default false,
    -- when nothing of it is to come any more; null for what has no end
    over_at     timestamptz
);
create index calendar_thread_due on calendar_thread (due_at) where due_at is not null;
insert into calendar_thread (uid, organiser, tier_id, subject, body, place, online_link, private, starts_at, ends_at, all_day, over_at)
select e.uid, coalesce(u.login, e.author), e.tier_id, e.subject, e.body, e.place, e.online_link, e.private, e.starts_at, e.ends_at, e.all_day,
       coalesce(e.ends_at, case when e.all_day then e.starts_at + interval '1 day' else e.starts_at end)
from event e left join app_user u on u.id = e.assignee_id
where exists (select 1 from calendar_invitation i where i.event_uid = e.uid);

-- What one guest has been told, to know what differs; empty before this version: told anew with the next change.
alter table calendar_invitation add column told text[] not null default '{}';
-- An answer to a mail about one day of a series is for that day.
alter table calendar_answer_token add column occurrence timestamptz;

insert into mail_template (company_id, purpose, language, subject, body) values
    (null, 'MEETING_CHANGED', 'fr', 'Rendez-vous mis à jour : {{event.subject}} – {{event.start}}',
'Bonjour {{reader.name}},

{{organiser.name}} a mis à jour un rendez-vous ; la date et le lieu restent les mêmes :

{{event.subject}}
Quand : {{event.time}}
Lieu : {{event.place}}
Lien : {{event.onlineLink}}

{{event.body}}
'),
    (null, 'MEETING_CHANGED', 'en', 'Meeting updated: {{event.subject}} – {{event.start}}',
'Hello {{reader.name}},

{{organiser.name}} has updated a meeting; date and place stay as they were:

{{event.subject}}
When: {{event.time}}
Where: {{event.place}}
Link: {{event.onlineLink}}

{{event.body}}
');
