-- An application in the person's place. What was written to whom is encrypted; which company is in clear, so that the bank's companies can be asked what was sent to them and follow a merge.
create table beneficiaries_job_application (
    id uniqueidentifier not null,
    version int not null,
    path_id uniqueidentifier not null,
    beneficiary_id uniqueidentifier not null,
    opening_kind nvarchar(20) not null,
    opening_id uniqueidentifier null,
    company_id uniqueidentifier null,
    -- The same opening of the same person has the same key; the round is 1 unless it was tried again on purpose.
    opening_key nvarchar(80) not null,
    round int not null,
    channel nvarchar(20) not null,
    state nvarchar(20) not null,
    cv_id uniqueidentifier null,
    mail_id uniqueidentifier null,
    applied_on date null,
    answer_due_on date null,
    interview_at datetimeoffset(3) null,
    closed_on date null,
    outcome nvarchar(30) null,
    details_cipher nvarchar(max) not null,
    created_at datetimeoffset(3) not null,
    created_by uniqueidentifier not null,
    changed_at datetimeoffset(3) not null,
    constraint pk_beneficiaries_job_application primary key (id),
    constraint fk_beneficiaries_job_application_path foreign key (path_id) references beneficiaries_job_path (id)
);
create unique index uq_beneficiaries_job_application_opening on beneficiaries_job_application (beneficiary_id, opening_key, round);
create index ix_beneficiaries_job_application_path on beneficiaries_job_application (path_id, state, id);
create index ix_beneficiaries_job_application_answer on beneficiaries_job_application (state, answer_due_on, id);
create index ix_beneficiaries_job_application_interview on beneficiaries_job_application (interview_at, id) where interview_at is not null;
create index ix_beneficiaries_job_application_company on beneficiaries_job_application (company_id, id) where company_id is not null;
-- What happened of an application, in order.
create table beneficiaries_job_application_event (
    id uniqueidentifier not null,
    application_id uniqueidentifier not null,
    kind nvarchar(30) not null,
    happened_on date not null,
    note_cipher nvarchar(max) null,
    written_at datetimeoffset(3) not null,
    written_by uniqueidentifier not null,
    constraint pk_beneficiaries_job_application_event primary key (id),
    constraint fk_beneficiaries_job_application_event foreign key (application_id) references beneficiaries_job_application (id) on delete cascade
);
create index ix_beneficiaries_job_application_event on beneficiaries_job_application_event (application_id, written_at, id);
-- The rows that followed a company into the one it was merged with: exactly these go back when the merge is undone.
create table beneficiaries_company_move (
    merge_id uniqueidentifier not null,
    row_id uniqueidentifier not null,
    constraint pk_beneficiaries_company_move primary key (merge_id, row_id)
);
