-- Types of events are an administered list; the kind of a type decides which fields its events have and never changes.
create table event_type (
    code     text    not null constraint event_type_pk primary key
                     constraint event_type_code_shape check (code ~ '^[A-Z][A-Z0-9_]{1,31}$'),
    version  bigint  not null default 0,
    kind     text    not null constraint event_type_kind_known check (kind in ('CALL', 'EMAIL', 'NOTE', 'MEETING', 'TASK')),
    label_fr text    not null,
    label_en text    not null,
    colour   text    not null constraint event_type_colour_known
                     check (colour in ('grey', 'blue', 'green', 'orange', 'red', 'purple', 'teal')),
    icon     text    not null,
    position integer not null default 100,
    active   boolean not null default true
);
insert into event_type (code, kind, label_fr, label_en, colour, icon, position) values
    ('CALL',       'CALL',    'Appel',       'Call',       'blue',   'pi-phone',        10),
    ('EMAIL',      'EMAIL',   'E-mail',      'E-mail',     'teal',   'pi-envelope',     20),
    ('MEETING',    'MEETING', 'Rendez-vous', 'Meeting',    'purple', 'pi-users',        30),
    ('NOTE',       'NOTE',    'Note',        'Note',       'grey',   'pi-comment',      40),
    ('TASK',       'TASK',    'Tâche',       'Task',       'orange', 'pi-check-square', 50),
    ('TRADE_SHOW', 'MEETING', 'Salon',       'Trade show', 'green',  'pi-ticket',       60);
