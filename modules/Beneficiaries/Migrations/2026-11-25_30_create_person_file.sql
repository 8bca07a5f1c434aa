-- Sections of the person's file, each written by itself and each one encrypted text: household and housing, employment services, benefits, bank account, curriculum.
create table beneficiaries_person_section (
    beneficiary_id uniqueidentifier not null,
    section nvarchar(30) not null,
    version int not null,
    details_cipher nvarchar(max) not null,
    changed_at datetimeoffset(3) not null,
    changed_by uniqueidentifier not null,
    constraint pk_beneficiaries_person_section primary key (beneficiary_id, section),
    constraint fk_beneficiaries_person_section_person foreign key (beneficiary_id) references beneficiaries_person (id)
);

-- Work that the person has done. Employer and duties are encrypted: a prison's workshop or a protected laboratory tell more than a trade.
create table beneficiaries_work_experience (
    id uniqueidentifier not null,
    beneficiary_id uniqueidentifier not null,
    version int not null,
    details_cipher nvarchar(max) not null,
    from_on date not null,
    to_on date null,
    changed_at datetimeoffset(3) not null,
    changed_by uniqueidentifier not null,
    constraint pk_beneficiaries_work_experience primary key (id),
    constraint fk_beneficiaries_work_experience_person foreign key (beneficiary_id) references beneficiaries_person (id)
);
create index ix_beneficiaries_work_experience_person on beneficiaries_work_experience (beneficiary_id, from_on, id);
