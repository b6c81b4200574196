-- The photo of a person: small, square, made anew from the pixels that were sent, so that nothing else of the file is kept.
create table contact_photo (
    contact_id bigint      not null constraint contact_photo_pk primary key
                           constraint contact_photo_contact_fk references contact on delete cascade,
    data       bytea       not null constraint contact_photo_size check (octet_length(data) between 1 and 262144),
    -- hexadecimal; also the ETag
    sha256     text        not null,
    created_at timestamptz not null
);
-- a JPEG does not become smaller
alter table contact_photo alter column data set storage external;
