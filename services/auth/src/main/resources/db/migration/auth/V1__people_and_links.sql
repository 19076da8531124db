-- Who may sign in. The name is here until the profile moves to api; credentials are apart, so that it can.
create table users (
    id         uuid        primary key,
    email      text        not null check (char_length(email) between 3 and 254),
    name       text        not null check (char_length(name) between 1 and 100),
    role       text        not null check (role in ('admin', 'member', 'guest')),
    active     boolean     not null default true,
    created_at timestamptz not null
);

create unique index users_email_key on users (lower(email));

-- A user without a row here was invited and has not set a password yet.
create table credentials (
    user_id       uuid        primary key references users (id) on delete cascade,
    password_hash text        not null,
    changed_at    timestamptz not null
);

-- Only the SHA-256 of a link's token is kept.
create table one_time_links (
    token_hash bytea       primary key check (octet_length(token_hash) = 32),
    purpose    text        not null check (purpose in ('first-administrator', 'invitation')),
    user_id    uuid        references users (id) on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    voided_at  timestamptz,
    check ((purpose = 'invitation') = (user_id is not null))
);

create index one_time_links_user_idx on one_time_links (user_id);
