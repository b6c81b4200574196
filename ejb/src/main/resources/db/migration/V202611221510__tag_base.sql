-- Tags are a tree of words. Which objects wear a tag stands in tag_scope, where its word is taken once per object.
create table tag (
    id         bigint      not null generated always as identity constraint tag_pk primary key,
    version    bigint      not null default 0,
    label      text        not null constraint tag_label_present check (btrim(label) <> '' and length(label) <= 60),
    -- without accents and case: what makes two labels the same word
    label_key  text        not null generated always as (fold(label)) stored,
    colour     text        not null default 'grey'
               constraint tag_colour_known check (colour in ('grey', 'blue', 'green', 'orange', 'red', 'purple', 'teal')),
    parent_id  bigint      constraint tag_parent_fk references tag,
    active     boolean     not null default true,
    created_by text        not null,
    created_at timestamptz not null,
    constraint tag_not_own_parent check (parent_id <> id),
    constraint tag_key_uk unique (id, label_key)
);
create index tag_parent on tag (parent_id) where parent_id is not null;

create table tag_scope (
    tag_id    bigint not null,
    object    text   not null,
    label_key text   not null,
    constraint tag_scope_pk primary key (tag_id, object),
    constraint tag_scope_tag_fk foreign key (tag_id, label_key) references tag (id, label_key) on update cascade on delete cascade,
    constraint tag_scope_label_uk unique (object, label_key)
);

create table tier_tag (
    tier_id bigint not null constraint tier_tag_tier_fk references tier on delete cascade,
    tag_id  bigint not null constraint tier_tag_tag_fk references tag,
    constraint tier_tag_pk primary key (tier_id, tag_id)
);
-- the other way round: which tiers wear a tag
create index tier_tag_tag on tier_tag (tag_id, tier_id);
