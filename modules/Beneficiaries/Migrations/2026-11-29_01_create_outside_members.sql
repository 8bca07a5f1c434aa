-- Professionals of other bodies on an équipe, without an account: they see nothing. Who they are and of which body is encrypted, because the body may tell the category.
create table beneficiaries_outside_member (
    id uniqueidentifier not null,
    case_id uniqueidentifier not null,
    beneficiary_id uniqueidentifier not null,
    role nvarchar(20) not null,
    from_on date not null,
    to_on date null,
    -- Equal people of equal bodies, by a keyed hash: the same one is not on the same équipe twice at once.
    subject_hash nvarchar(100) not null,
    details_cipher nvarchar(max) not null,
    -- The account that they were given and the membership that goes on with it, from a day on.
    account_id uniqueidentifier null,
    account_from date null,
    continued_by uniqueidentifier null,
    added_at datetimeoffset(3) not null,
    added_by uniqueidentifier not null,
    constraint pk_beneficiaries_outside_member primary key (id),
    constraint fk_beneficiaries_outside_member_case foreign key (case_id) references beneficiaries_case (id)
);
create index ix_beneficiaries_outside_member_case on beneficiaries_outside_member (case_id, from_on);
create index ix_beneficiaries_outside_member_person on beneficiaries_outside_member (beneficiary_id);
-- Who is asked to sign is named by account or, without one, by the membership; then whoever was at the screen is written beside.
alter table beneficiaries_assessment_signature add recorded_by uniqueidentifier null;
