-- Personal access tokens. Only the identifier (the token's jti) is kept: the signed token itself is shown once.
create table access_token (
    id         uuid        not null constraint access_token_pk primary key,
    user_id    bigint      not null constraint access_token_user_fk references app_user on delete cascade,
    name       text        not null,
    scopes     text[]      not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);
create index access_token_user on access_token (user_id);
