-- People can be changed by several administrators at once, so their rows carry a version.
alter table users add column version bigint not null default 1;

-- A browser's sign-in from before this moment leads to no new session; the password has to be typed again.
alter table users add column sign_ins_void_before timestamptz;

alter table authorizations add column user_agent text check (char_length(user_agent) <= 200);

alter table one_time_links drop constraint one_time_links_purpose_check;
alter table one_time_links add constraint one_time_links_purpose_check
    check (purpose in ('first-administrator', 'invitation', 'password-reset'));
alter table one_time_links drop constraint one_time_links_check;
alter table one_time_links add constraint one_time_links_user_check
    check ((purpose = 'first-administrator') = (user_id is null));

-- A key is published from created_at, signs from signs_from until retired_at, and stays until its last token is gone.
alter table signing_keys add column signs_from timestamptz not null default now();
update signing_keys set signs_from = created_at;

create table api_tokens (
    id           uuid        primary key,
    user_id      uuid        not null references users (id) on delete cascade,
    token_hash   bytea       not null unique check (octet_length(token_hash) = 32),
    name         text        not null check (char_length(name) between 1 and 100),
    scopes       text        not null check (scopes in ('read', 'read write')),
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz
);

create index api_tokens_user_idx on api_tokens (user_id);

create table used_assertions (
    client     text        not null,
    id_hash    bytea       not null check (octet_length(id_hash) = 32),
    expires_at timestamptz not null,
    primary key (client, id_hash)
);

comment on table users is 'People who may sign in: e-mail address, name, global role, whether active.';
comment on table credentials is 'Passwords as Argon2id hashes; nobody without a row has set one.';
comment on table one_time_links is 'Hashes of links that make the first administrator, accept an invitation or reset a password.';
comment on table signing_keys is 'Key pairs that sign tokens, private parts sealed with AES-GCM.';
comment on table authorizations is 'Sign-ins of browsers: hashes of their tokens, when they were last renewed.';
comment on table api_tokens is 'Personal API tokens: hash, scopes, expiry, last use.';
comment on table used_assertions is 'Hashes of the ids of services'' key proofs, kept until they expire so that none works twice.';
comment on table flyway_schema_history is 'Migrations applied to this schema.';
