-- What somebody was typing when the session ended. Each draft is its author's only; what is of a person is encrypted with that person's key.
create table beneficiaries_form_draft (
    user_id uniqueidentifier not null,
    form nvarchar(30) not null,
    item_id uniqueidentifier not null,
    subject_id uniqueidentifier not null,
    beneficiary_id uniqueidentifier null,
    content_cipher nvarchar(max) not null,
    saved_at datetimeoffset(3) not null,
    constraint pk_beneficiaries_form_draft primary key (user_id, form, item_id)
);
create index ix_beneficiaries_form_draft_person on beneficiaries_form_draft (beneficiary_id);
create index ix_beneficiaries_form_draft_saved on beneficiaries_form_draft (saved_at);
