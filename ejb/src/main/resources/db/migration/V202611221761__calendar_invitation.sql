-- Whether the participants of a meeting are written to; without a row they are not.
create table event_invite (
    event_id bigint  not null constraint event_invite_pk primary key
                     constraint event_invite_event_fk references event on delete cascade,
    send     boolean not null
);

-- Who has been invited under which address. It names the event by its name in calendars, so that it outlives the event until all are told.
create table calendar_invitation (
    id          bigint      generated always as identity constraint calendar_invitation_pk primary key,
    event_uid   uuid        not null,
    email       text        not null,
    name        text,
    language    text        not null constraint calendar_invitation_language_known check (language in ('fr', 'en')),
    -- who of the participants it is; the address alone says it of a guest
    login       text,
    contact_id  bigint,
    state       text        not null constraint calendar_invitation_state_known check (state in ('INVITED', 'CANCELLED')),
    -- as calendars count: every mail about the same event is higher than the one before
    sequence    integer     not null,
    sent_at     timestamptz not null,
    answered_at timestamptz,
    answers     integer     not null default 0
);
create unique index calendar_invitation_once on calendar_invitation (event_uid, lower(email));

-- Secrets of the links by which a guest answers. Only a hash is kept.
create table calendar_answer_token (
    hash          text   not null constraint calendar_answer_token_pk primary key,
    invitation_id bigint not null constraint calendar_answer_token_invitation_fk references calendar_invitation on delete cascade
);
create index calendar_answer_token_invitation on calendar_answer_token (invitation_id);

insert into mail_template (company_id, purpose, language, subject, body) values
    (null, 'GUEST_ADDED', 'fr', 'Invitation : {{event.subject}} – {{event.start}}',
'Bonjour {{reader.name}},

{{organiser.name}} vous invite :

{{event.subject}}
Quand : {{event.time}}
Lieu : {{event.place}}
Lien : {{event.onlineLink}}

{{event.body}}

Accepter, répondre peut-être ou décliner : {{answer.link}}
'),
    (null, 'GUEST_ADDED', 'en', 'Invitation: {{event.subject}} – {{event.start}}',
'Hello {{reader.name}},

{{organiser.name}} invites you:

{{event.subject}}
When: {{event.time}}
Where: {{event.place}}
Link: {{event.onlineLink}}

{{event.body}}

Accept, answer maybe or decline: {{answer.link}}
'),
    (null, 'MEETING_MOVED', 'fr', 'Rendez-vous modifié : {{event.subject}} – {{event.start}}',
'Bonjour {{reader.name}},

{{organiser.name}} a modifié la date ou le lieu d''un rendez-vous :

{{event.subject}}
Quand : {{event.time}}
Lieu : {{event.place}}
Lien : {{event.onlineLink}}

Merci de répondre à nouveau : {{answer.link}}
'),
    (null, 'MEETING_MOVED', 'en', 'Meeting changed: {{event.subject}} – {{event.start}}',
'Hello {{reader.name}},

{{organiser.name}} has changed the date or place of a meeting:

{{event.subject}}
When: {{event.time}}
Where: {{event.place}}
Link: {{event.onlineLink}}

Please answer again: {{answer.link}}
'),
    (null, 'GUEST_REMOVED', 'fr', 'Vous n''êtes plus invité : {{event.subject}} – {{event.start}}',
'Bonjour {{reader.name}},

{{organiser.name}} a retiré votre invitation à ce rendez-vous :

{{event.subject}}
Quand : {{event.time}}
'),
    (null, 'GUEST_REMOVED', 'en', 'No longer invited: {{event.subject}} – {{event.start}}',
'Hello {{reader.name}},

{{organiser.name}} has withdrawn your invitation to this meeting:

{{event.subject}}
When: {{event.time}}
'),
    (null, 'MEETING_CANCELLED', 'fr', 'Annulé : {{event.subject}} – {{event.start}}',
'Bonjour {{reader.name}},

{{organiser.name}} a annulé ce rendez-vous :

{{event.subject}}
Quand : {{event.time}}
'),
    (null, 'MEETING_CANCELLED', 'en', 'Cancelled: {{event.subject}} – {{event.start}}',
'Hello {{reader.name}},

{{organiser.name}} has cancelled this meeting:

{{event.subject}}
When: {{event.time}}
'),
    (null, 'GUEST_ANSWERED', 'fr', '{{guest.name}} : {{guest.answer}} – {{event.subject}}',
'Bonjour {{reader.name}},

{{guest.name}} a répondu à votre invitation : {{guest.answer}}.

{{event.subject}}
Quand : {{event.time}}

{{event.link}}
'),
    (null, 'GUEST_ANSWERED', 'en', '{{guest.name}}: {{guest.answer}} – {{event.subject}}',
'Hello {{reader.name}},

{{guest.name}} has answered your invitation: {{guest.answer}}.

{{event.subject}}
When: {{event.time}}

{{event.link}}
');
