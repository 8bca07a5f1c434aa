-- Dowries and other money of a programme assigned to one participant, out of a line of its budget. Amounts and days are books and stay in clear; the reason of a revocation is encrypted.
create table beneficiaries_grant (
    id uniqueidentifier not null,
    version int not null,
    programme_id uniqueidentifier not null,
    candidate_id uniqueidentifier not null,
    beneficiary_id uniqueidentifier not null,
    -- By its title: lines are written anew with each change of the programme, which may not leave a line below what it has assigned.
    line_title nvarchar(200) not null,
    kind nvarchar(20) not null,
    -- What it pays for, where that is an internship, a place in a course or an action of the plan: by its id only.
    action_kind nvarchar(20) null,
    action_id uniqueidentifier null,
    from_on date not null,
    to_on date not null,
    cents bigint not null,
    state nvarchar(20) not null,
    reason_cipher nvarchar(max) null,
    assigned_at datetimeoffset(3) not null,
    assigned_by uniqueidentifier not null,
    revoked_at datetimeoffset(3) null,
    revoked_by uniqueidentifier null,
    constraint pk_beneficiaries_grant primary key (id),
    constraint fk_beneficiaries_grant_programme foreign key (programme_id) references beneficiaries_programme (id),
    constraint fk_beneficiaries_grant_candidate foreign key (candidate_id) references beneficiaries_candidate (id),
    constraint fk_beneficiaries_grant_person foreign key (beneficiary_id) references beneficiaries_person (id),
    constraint ck_beneficiaries_grant_cents check (cents >= 0),
    constraint ck_beneficiaries_grant_days check (to_on >= from_on)
);
create index ix_beneficiaries_grant_programme on beneficiaries_grant (programme_id, line_title);
create index ix_beneficiaries_grant_person on beneficiaries_grant (beneficiary_id, kind);
create index ix_beneficiaries_grant_candidate on beneficiaries_grant (candidate_id);
