-- The versions of a person's curriculum. Each is a whole copy, so that what was sent to somebody reads the same for ever.
create table beneficiaries_job_cv (
    id uniqueidentifier not null,
    beneficiary_id uniqueidentifier not null,
    number int not null,
    content_cipher nvarchar(max) not null,
    created_at datetimeoffset(3) not null,
    created_by uniqueidentifier not null,
    constraint pk_beneficiaries_job_cv primary key (id),
    constraint fk_beneficiaries_job_cv_person foreign key (beneficiary_id) references beneficiaries_person (id)
);
create unique index uq_beneficiaries_job_cv_number on beneficiaries_job_cv (beneficiary_id, number);
