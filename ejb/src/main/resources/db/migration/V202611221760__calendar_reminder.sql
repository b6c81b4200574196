-- When somebody wants to be reminded: as a rule by kind of event, and otherwise for single events.
create table reminder_preference (
    user_id   bigint  not null constraint reminder_preference_pk primary key
                      constraint reminder_preference_user_fk references app_user on delete cascade,
    on_screen boolean not null,
    by_mail   boolean not null,
    -- minutes before the start; null for no reminder
    call      integer constraint reminder_preference_call_range check (call between 0 and 40320),
    meeting   integer constraint reminder_preference_meeting_range check (meeting between 0 and 40320),
    task      integer constraint reminder_preference_task_range check (task between 0 and 40320),
    other     integer constraint reminder_preference_other_range check (other between 0 and 40320)
);

-- What somebody has said for one event; an empty list wants none. Without a row the preference holds.
create table reminder_choice (
    event_id bigint    not null constraint reminder_choice_event_fk references event on delete cascade,
    user_id  bigint    not null constraint reminder_choice_user_fk references app_user on delete cascade,
    minutes  integer[] not null,
    constraint reminder_choice_pk primary key (event_id, user_id)
);
create index reminder_choice_user on reminder_choice (user_id);

-- What follows from it: one row for each reminder, planned anew whenever the event changes.
create table event_reminder (
    id          bigint      generated always as identity constraint event_reminder_pk primary key,
    event_id    bigint      not null constraint event_reminder_event_fk references event on delete cascade,
    user_id     bigint      not null constraint event_reminder_user_fk references app_user on delete cascade,
    minutes     integer     not null,
    event_start timestamptz not null,
    due_at      timestamptz not null,
    next_try_at timestamptz not null,
    state       text        not null constraint event_reminder_state_known check (state in ('PENDING', 'SENT', 'DROPPED')),
    -- how often it was planned: each plan is told once
    plan        integer     not null default 0,
    reason      text        constraint event_reminder_reason_known
                            check (reason in ('NOT_WANTED', 'CANCELLED', 'DONE', 'BEGUN', 'NOBODY')),
    -- why it could not be sent yet: a code of ours
    problem     text,
    on_screen   boolean     not null default false,
    sent_at     timestamptz,
    seen_at     timestamptz,
    constraint event_reminder_once unique (event_id, user_id, minutes)
);
create index event_reminder_due on event_reminder (next_try_at, id) where state = 'PENDING';
create index event_reminder_unseen on event_reminder (user_id, event_start) where state = 'SENT' and on_screen and seen_at is null;
create index event_reminder_user on event_reminder (user_id);
create index event_reminder_problem on event_reminder (id) where problem is not null and state = 'PENDING';

-- What is planned already is reminded of like what will be; as a rule fifteen minutes before a call or a meeting.
insert into event_reminder (event_id, user_id, minutes, event_start, due_at, next_try_at, state)
select p.event_id, p.user_id, 15, p.anchor, p.anchor - interval '15 minutes', p.anchor - interval '15 minutes', 'PENDING'
from (select e.id as event_id, u.id as user_id,
             case when e.all_day then (date_trunc('day', e.starts_at at time zone 'Europe/Paris') + interval '9 hours') at time zone 'Europe/Paris'
                  else e.starts_at end as anchor
      from event e join app_user u on u.active and (u.id = e.assignee_id
           or u.id in (select q.user_id from event_participant q where q.event_id = e.id and q.answer <> 'DECLINED'))
      where e.kind in ('CALL', 'MEETING') and e.state in ('PLANNED', 'IN_PROGRESS')) p
where p.anchor > now();

insert into mail_template (company_id, purpose, language, subject, body)
select null, p.purpose, t.language, replace(t.subject, '#', case t.language when 'fr' then p.fr else p.en end),
       replace(t.body, '#', case t.language when 'fr' then p.fr else p.en end)
from (values
    ('EVENT_REMINDER', 'événement', 'event'),
    ('TASK_REMINDER', 'tâche', 'task'),
    ('MEETING_REMINDER', 'rendez-vous', 'meeting'),
    ('CALL_REMINDER', 'appel', 'call')) p (purpose, fr, en),
    (values
    ('fr', 'Rappel : {{event.subject}} – {{event.start}}',
'Bonjour {{reader.name}},

Rappel de votre # :

{{event.subject}}
Quand : {{event.time}}
Lieu : {{event.place}}
Lien : {{event.onlineLink}}
Tiers : {{tier.name}}

{{event.link}}
'),
    ('en', 'Reminder: {{event.subject}} – {{event.start}}',
'Hello {{reader.name}},

A reminder of your #:

{{event.subject}}
When: {{event.time}}
Where: {{event.place}}
Link: {{event.onlineLink}}
Tier: {{tier.name}}

{{event.link}}
')) t (language, subject, body);
