-- Papers that come with a referral; content and name lie encrypted in the store of documents under the same id.
create table beneficiaries_referral_attachment (
    id uniqueidentifier not null,
    referral_id uniqueidentifier not null,
    added_at datetimeoffset(3) not null,
    added_by uniqueidentifier not null,
    added_by_kind nvarchar(20) not null,
    constraint pk_beneficiaries_referral_attachment primary key (id),
    constraint fk_beneficiaries_referral_attachment_referral foreign key (referral_id) references beneficiaries_referral (id)
);
create index ix_beneficiaries_referral_attachment_referral on beneficiaries_referral_attachment (referral_id);
