-- Followed by choice, or left although one is owner, representative or collaborator.
create table subscription (
    user_id bigint      not null constraint subscription_user_fk references app_user on delete cascade,
    tier_id bigint      not null constraint subscription_tier_fk references tier,
    state   text        not null constraint subscription_state_known check (state in ('FOLLOWED', 'LEFT')),
    since   timestamptz not null,
    constraint subscription_pk primary key (user_id, tier_id)
);
create index subscription_tier on subscription (tier_id);

-- How somebody wants to be told; whoever has no row is told as the program comes.
create table subscription_setting (
    user_id   bigint  not null constraint subscription_setting_pk primary key
                      constraint subscription_setting_user_fk references app_user on delete cascade,
    version   bigint  not null,
    automatic boolean not null,
    on_screen boolean not null,
    mail      text    not null constraint subscription_setting_mail_known check (mail in ('NONE', 'AT_ONCE', 'DAILY', 'WEEKLY')),
    -- of what one wants to be told
    codes     text[]  not null,
    digest_at timestamptz,
    constraint subscription_setting_digest_due check ((mail in ('DAILY', 'WEEKLY')) = (digest_at is not null))
);
create index subscription_setting_due on subscription_setting (digest_at) where digest_at is not null;

-- What has happened, written in the transaction of its cause: a queue until told, then what notifications speak of.
create table happening (
    id        bigint      generated always as identity constraint happening_pk primary key,
    tier_id   bigint      not null constraint happening_tier_fk references tier,
    code      text        not null,
    arguments text[]      not null default '{}',
    -- which fields of the tier were changed, where that is what has happened
    fields    text[]      not null default '{}',
    thing_id  bigint,
    author    text        not null,
    at        timestamptz not null,
    told_at   timestamptz
);
create index happening_waiting on happening (id) where told_at is null;
create index happening_tier on happening (tier_id);

create table notification (
    id           bigint      generated always as identity constraint notification_pk primary key,
    happening_id bigint      not null constraint notification_happening_fk references happening on delete cascade,
    user_id      bigint      not null constraint notification_user_fk references app_user on delete cascade,
    on_screen    boolean     not null,
    mail         text        not null constraint notification_mail_known check (mail in ('NONE', 'WAITING', 'LEFT')),
    created_at   timestamptz not null,
    read_at      timestamptz,
    -- however many nodes tell it, and whatever crashes in between
    constraint notification_once unique (happening_id, user_id)
);
create index notification_user on notification (user_id, id desc) where on_screen;
create index notification_unread on notification (user_id) where on_screen and read_at is null;
create index notification_mail on notification (user_id, id) where mail = 'WAITING';
create index notification_age on notification (created_at);

-- When somebody's notifications last changed: each node looks here and wakes the browsers that it serves.
create table bell (
    user_id    bigint      not null constraint bell_pk primary key constraint bell_user_fk references app_user on delete cascade,
    changed_at timestamptz not null
);
create index bell_changed on bell (changed_at);

-- What stands in the link of a mail opens nothing but this: only its hash is kept.
create table unsubscription (
    token_hash text        not null constraint unsubscription_pk primary key,
    user_id    bigint      not null constraint unsubscription_user_fk references app_user on delete cascade,
    created_at timestamptz not null
);
create index unsubscription_user on unsubscription (user_id);
create index unsubscription_age on unsubscription (created_at);

insert into mail_template (company_id, purpose, language, subject, body) values
    (null, 'SUBSCRIPTION_NEWS', 'fr', 'Tiers suivis : {{subject}}',
'Bonjour,

{{news}}
Toutes vos notifications : {{link.notifications}}

Vous recevez ce message parce que vous suivez ces tiers.
Choisir ce qui vous est envoyé : {{link.settings}}
Ne plus recevoir ces messages : {{link.unsubscribe}}
'),
    (null, 'SUBSCRIPTION_NEWS', 'en', 'Tiers you follow: {{subject}}',
'Hello,

{{news}}
All your notifications: {{link.notifications}}

You get this message because you follow these tiers.
Choose what is sent to you: {{link.settings}}
Stop these messages: {{link.unsubscribe}}
'),
    (null, 'SUBSCRIPTION_DIGEST', 'fr', 'Tiers suivis : votre résumé, {{count}} nouveautés',
'Bonjour,

Voici ce qui s''est passé chez les tiers que vous suivez.

{{news}}
Toutes vos notifications : {{link.notifications}}

Vous recevez ce message parce que vous suivez ces tiers.
Choisir ce qui vous est envoyé : {{link.settings}}
Ne plus recevoir ces messages : {{link.unsubscribe}}
'),
    (null, 'SUBSCRIPTION_DIGEST', 'en', 'Tiers you follow: your digest, {{count}} news',
'Hello,

This is what has happened with the tiers you follow.

{{news}}
All your notifications: {{link.notifications}}

You get this message because you follow these tiers.
Choose what is sent to you: {{link.settings}}
Stop these messages: {{link.unsubscribe}}
');
