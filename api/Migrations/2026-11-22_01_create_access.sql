create table access_user (
    id uniqueidentifier not null,
    email nvarchar(254) not null,
    email_normalized nvarchar(254) not null,
    display_name nvarchar(120) not null,
    password_hash nvarchar(400) null,
    security_stamp nvarchar(64) not null,
    concurrency_stamp nvarchar(64) not null,
    access_failed_count int not null,
    lockout_until datetimeoffset(3) null,
    must_change_password bit not null,
    disabled_at datetimeoffset(3) null,
    created_at datetimeoffset(3) not null,
    constraint pk_access_user primary key (id),
    constraint uq_access_user_email unique (email_normalized)
);
create table access_user_role (
    user_id uniqueidentifier not null,
    role nvarchar(40) not null,
    constraint pk_access_user_role primary key (user_id, role),
    constraint fk_access_user_role_user foreign key (user_id) references access_user (id) on delete cascade
);
create table access_api_client (
    id uniqueidentifier not null,
    client_id nvarchar(80) not null,
    name nvarchar(160) not null,
    secret_hash nvarchar(400) not null,
    scopes nvarchar(800) not null,
    created_at datetimeoffset(3) not null,
    created_by uniqueidentifier not null,
    revoked_at datetimeoffset(3) null,
    last_used_at datetimeoffset(3) null,
    constraint pk_access_api_client primary key (id),
    constraint uq_access_api_client_client_id unique (client_id)
);
-- The one-time link of the first start: makes the first administrator, then is worth nothing.
create table access_set_up_link (
    token_hash nvarchar(64) not null,
    created_at datetimeoffset(3) not null,
    expires_at datetimeoffset(3) not null,
    used_at datetimeoffset(3) null,
    constraint pk_access_set_up_link primary key (token_hash)
);
-- Keys that sign access tokens, themselves encrypted with the key ring.
create table access_signing_key (
    id uniqueidentifier not null,
    protected_key nvarchar(max) not null,
    created_at datetimeoffset(3) not null,
    constraint pk_access_signing_key primary key (id)
);
