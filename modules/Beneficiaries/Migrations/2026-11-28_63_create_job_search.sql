-- A short path of active job search in a case, and its sessions. Where the person wants to work, goals and notes are encrypted; states and days are in clear, because lists and the home page ask for them.
create table beneficiaries_job_path (
    id uniqueidentifier not null,
    version int not null,
    case_id uniqueidentifier not null,
    state nvarchar(20) not null,
    user_id uniqueidentifier not null,
    content_cipher nvarchar(max) not null,
    opened_on date not null,
    closed_on date null,
    outcome nvarchar(30) null,
    closing_cipher nvarchar(max) null,
    created_at datetimeoffset(3) not null,
    created_by uniqueidentifier not null,
    changed_at datetimeoffset(3) not null,
    constraint pk_beneficiaries_job_path primary key (id),
    constraint fk_beneficiaries_job_path_case foreign key (case_id) references beneficiaries_case (id)
);
create unique index uq_beneficiaries_job_path_open on beneficiaries_job_path (case_id) where state = 'open';
create index ix_beneficiaries_job_path_case on beneficiaries_job_path (case_id, opened_on, id);
create index ix_beneficiaries_job_path_user on beneficiaries_job_path (user_id, state, opened_on, id);
create table beneficiaries_job_session (
    id uniqueidentifier not null,
    version int not null,
    path_id uniqueidentifier not null,
    state nvarchar(20) not null,
    way nvarchar(20) not null,
    starts_at datetimeoffset(3) not null,
    minutes int not null,
    user_id uniqueidentifier not null,
    details_cipher nvarchar(max) not null,
    created_at datetimeoffset(3) not null,
    created_by uniqueidentifier not null,
    changed_at datetimeoffset(3) not null,
    constraint pk_beneficiaries_job_session primary key (id),
    constraint fk_beneficiaries_job_session_path foreign key (path_id) references beneficiaries_job_path (id)
);
create index ix_beneficiaries_job_session_path on beneficiaries_job_session (path_id, starts_at, id);
create index ix_beneficiaries_job_session_user on beneficiaries_job_session (user_id, state, starts_at, id);
