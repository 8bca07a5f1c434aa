-- Papers of a person: the content lies encrypted in the store of documents under the same id. The title is encrypted, because people write into it what it is about.
-- One that belongs to an attestation is shown with it, and ends with it.
create table beneficiaries_document (
    id uniqueidentifier not null,
    beneficiary_id uniqueidentifier not null,
    attestation_id uniqueidentifier null,
    kind nvarchar(30) not null,
    title_cipher nvarchar(max) not null,
    valid_from date null,
    valid_until date null,
    added_at datetimeoffset(3) not null,
    added_by uniqueidentifier not null,
    constraint pk_beneficiaries_document primary key (id),
    constraint fk_beneficiaries_document_person foreign key (beneficiary_id) references beneficiaries_person (id),
    constraint fk_beneficiaries_document_attestation foreign key (attestation_id) references beneficiaries_attestation (id)
);
create index ix_beneficiaries_document_person on beneficiaries_document (beneficiary_id, kind, valid_until);
create index ix_beneficiaries_document_attestation on beneficiaries_document (attestation_id);
