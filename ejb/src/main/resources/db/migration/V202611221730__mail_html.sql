-- Mails with formatted text, several files, a calendar part, a sender of their own.
alter table company
    add column sender_name  text,
    add column sender_email text;

alter table outbox_mail
    add column company_id      bigint constraint outbox_mail_company_fk references company,
    add column html            text,
    add column sender_name     text,
    add column reply_to        text,
    add column headers         text[] not null default '{}',
    add column calendar_method text,
    add column calendar        text,
    add constraint outbox_mail_calendar_whole check ((calendar is null) = (calendar_method is null));
create index outbox_mail_company on outbox_mail (company_id);

create table outbox_file (
    mail_id    bigint  not null constraint outbox_file_mail_fk references outbox_mail on delete cascade,
    position   integer not null,
    name       text    not null,
    media_type text    not null,
    size       bigint  not null,
    constraint outbox_file_pk primary key (mail_id, position)
);

-- In rows like those of documents: never wholly in memory.
create table outbox_chunk (
    mail_id  bigint  not null,
    position integer not null,
    part     integer not null,
    data     bytea   not null,
    constraint outbox_chunk_pk primary key (mail_id, position, part),
    constraint outbox_chunk_file_fk foreign key (mail_id, position) references outbox_file on delete cascade
);
alter table outbox_chunk alter column data set storage external;

insert into outbox_file (mail_id, position, name, media_type, size)
select id, 0, attachment_name, attachment_type || '; charset=UTF-8', octet_length(convert_to(attachment_content, 'UTF8'))
from outbox_mail where attachment_name is not null;
insert into outbox_chunk (mail_id, position, part, data)
select id, 0, 0, convert_to(attachment_content, 'UTF8') from outbox_mail where attachment_name is not null;
alter table outbox_mail drop column attachment_name, drop column attachment_type, drop column attachment_content;

alter table mail_template
    add column html    text,
    add column version bigint not null default 0;
