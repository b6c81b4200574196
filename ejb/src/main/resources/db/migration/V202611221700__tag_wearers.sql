-- Besides tiers, people, addresses and documents wear tags. One table per kind of object, so that foreign keys hold and a row goes with
-- its owner; the code that reads and writes them is one.
create table contact_tag (
    contact_id bigint not null constraint contact_tag_contact_fk references contact on delete cascade,
    tag_id     bigint not null constraint contact_tag_tag_fk references tag,
    constraint contact_tag_pk primary key (contact_id, tag_id)
);
create table address_tag (
    address_id bigint not null constraint address_tag_address_fk references address on delete cascade,
    tag_id     bigint not null constraint address_tag_tag_fk references tag,
    constraint address_tag_pk primary key (address_id, tag_id)
);
create table document_tag (
    document_id bigint not null constraint document_tag_document_fk references document on delete cascade,
    tag_id      bigint not null constraint document_tag_tag_fk references tag,
    constraint document_tag_pk primary key (document_id, tag_id)
);
-- the other way round: who wears a tag
create index contact_tag_tag on contact_tag (tag_id, contact_id);
create index address_tag_tag on address_tag (tag_id, address_id);
create index document_tag_tag on document_tag (tag_id, document_id);
