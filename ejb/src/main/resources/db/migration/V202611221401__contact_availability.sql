-- When somebody can be reached at a tier: slots of a week, 1 is Monday. Times are those of the office.
create table contact_availability (
    link_id   bigint   not null constraint contact_availability_link_fk references contact_link on delete cascade,
    weekday   smallint not null constraint contact_availability_weekday check (weekday between 1 and 7),
    from_time time     not null,
    to_time   time     not null,
    constraint contact_availability_pk primary key (link_id, weekday, from_time),
    constraint contact_availability_order check (to_time > from_time)
);
