-- What somebody can and cannot do at work. Functional only, never why; and still encrypted as a whole, because a low effort or a protected context hints at more.
create table beneficiaries_work_profile (
    case_id uniqueidentifier not null,
    version int not null,
    details_cipher nvarchar(max) not null,
    changed_at datetimeoffset(3) not null,
    changed_by uniqueidentifier not null,
    constraint pk_beneficiaries_work_profile primary key (case_id),
    constraint fk_beneficiaries_work_profile_case foreign key (case_id) references beneficiaries_case (id)
);
