-- The keys tokens are signed with; private parts are AES-GCM ciphertext (12-byte nonce first).
create table signing_keys (
    kid                 text        primary key,
    public_key          bytea       not null,
    private_key_sealed  bytea       not null,
    created_at          timestamptz not null,
    retired_at          timestamptz
);

-- One row per sign-in of a client on behalf of a user; tokens only as SHA-256.
create table authorizations (
    id                     text        primary key,
    client                 text        not null,
    user_id                uuid        not null references users (id) on delete cascade,
    scopes                 text        not null,
    signed_in_at           timestamptz not null,
    redirect_uri           text        not null,
    code_challenge         text        not null,
    nonce                  text,
    code_hash              bytea       unique,
    code_issued_at         timestamptz,
    code_expires_at        timestamptz,
    code_void              boolean     not null default false,
    access_hash            bytea       unique,
    access_issued_at       timestamptz,
    access_expires_at      timestamptz,
    access_void            boolean     not null default false,
    refresh_hash           bytea       unique,
    refresh_issued_at      timestamptz,
    refresh_expires_at     timestamptz,
    refresh_void           boolean     not null default false,
    refresh_replaced_hash  bytea       unique,
    id_token_issued_at     timestamptz,
    id_token_expires_at    timestamptz,
    expires_at             timestamptz not null,
    version                bigint      not null
);

create index authorizations_user_idx on authorizations (user_id);
create index authorizations_expires_idx on authorizations (expires_at);
