-- The mailbox made for a person, and each time that its credentials were opened.
create table beneficiaries_job_mailbox (
    beneficiary_id uniqueidentifier not null,
    version int not null,
    details_cipher nvarchar(max) not null,
    changed_at datetimeoffset(3) not null,
    changed_by uniqueidentifier not null,
    constraint pk_beneficiaries_job_mailbox primary key (beneficiary_id),
    constraint fk_beneficiaries_job_mailbox_person foreign key (beneficiary_id) references beneficiaries_person (id)
);
create table beneficiaries_job_mailbox_use (
    id uniqueidentifier not null,
    beneficiary_id uniqueidentifier not null,
    purpose nvarchar(30) not null,
    used_at datetimeoffset(3) not null,
    used_by uniqueidentifier not null,
    constraint pk_beneficiaries_job_mailbox_use primary key (id),
    constraint fk_beneficiaries_job_mailbox_use_person foreign key (beneficiary_id) references beneficiaries_person (id)
);
create index ix_beneficiaries_job_mailbox_use_person on beneficiaries_job_mailbox_use (beneficiary_id, used_at, id);
