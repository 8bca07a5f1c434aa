-- An appointment of the person of a case with somebody of its équipe. Place, note and why it did not take place are encrypted: each may tell of health or of penal facts.
create table beneficiaries_appointment (
    id uniqueidentifier not null,
    version int not null,
    case_id uniqueidentifier not null,
    state nvarchar(20) not null,
    kind nvarchar(20) not null,
    starts_at datetimeoffset(3) not null,
    ends_at datetimeoffset(3) not null,
    user_id uniqueidentifier not null,
    details_cipher nvarchar(max) not null,
    reminded_at datetimeoffset(3) null,
    changed_at datetimeoffset(3) not null,
    created_by uniqueidentifier not null,
    created_at datetimeoffset(3) not null,
    constraint pk_beneficiaries_appointment primary key (id),
    constraint fk_beneficiaries_appointment_case foreign key (case_id) references beneficiaries_case (id)
);
create index ix_beneficiaries_appointment_case on beneficiaries_appointment (case_id, state, starts_at, id);
create index ix_beneficiaries_appointment_user on beneficiaries_appointment (user_id, state, starts_at, id);
create index ix_beneficiaries_appointment_to_remind on beneficiaries_appointment (starts_at) where reminded_at is null;
