-- The rights of the person (GDPR art. 7, 15-18, 21): consents, rectifications, marks, the retention clock, anonymisation.
alter table beneficiaries_person add retention_from date null;
alter table beneficiaries_person add anonymised_at datetimeoffset(3) null;
update beneficiaries_person
set    retention_from = (select max(c.closed_on) from beneficiaries_case c where c.beneficiary_id = beneficiaries_person.id)
where  has_case = 1 and not exists (select 1 from beneficiaries_case o where o.beneficiary_id = beneficiaries_person.id and o.closed_on is null);
create index ix_beneficiaries_person_retention on beneficiaries_person (retention_from, id) where retention_from is not null;

create table beneficiaries_consent (
    id uniqueidentifier not null,
    version int not null,
    beneficiary_id uniqueidentifier not null,
    purpose nvarchar(30) not null,
    text_version nvarchar(40) not null,
    given_on date not null,
    proof nvarchar(20) not null,
    document_id uniqueidentifier null,
    note_cipher nvarchar(max) null,
    withdrawn_on date null,
    withdrawn_by uniqueidentifier null,
    recorded_by uniqueidentifier not null,
    recorded_at datetimeoffset(3) not null,
    constraint pk_beneficiaries_consent primary key (id),
    constraint fk_beneficiaries_consent_person foreign key (beneficiary_id) references beneficiaries_person (id)
);
create index ix_beneficiaries_consent_person on beneficiaries_consent (beneficiary_id, given_on, id);
create unique index uq_beneficiaries_consent_purpose on beneficiaries_consent (beneficiary_id, purpose) where withdrawn_on is null;

-- What was written before a change, encrypted; which fields changed is in clear.
create table beneficiaries_rectification (
    id uniqueidentifier not null,
    beneficiary_id uniqueidentifier not null,
    fields nvarchar(600) not null,
    former_cipher nvarchar(max) not null,
    changed_at datetimeoffset(3) not null,
    changed_by uniqueidentifier not null,
    constraint pk_beneficiaries_rectification primary key (id),
    constraint fk_beneficiaries_rectification_person foreign key (beneficiary_id) references beneficiaries_person (id)
);
create index ix_beneficiaries_rectification_person on beneficiaries_rectification (beneficiary_id, changed_at, id);

-- An objection (art. 21), a restriction (art. 18), or papers that must be kept until a day.
create table beneficiaries_person_mark (
    id uniqueidentifier not null,
    beneficiary_id uniqueidentifier not null,
    kind nvarchar(20) not null,
    note_cipher nvarchar(max) null,
    from_on date not null,
    until_on date null,
    ended_on date null,
    set_by uniqueidentifier not null,
    set_at datetimeoffset(3) not null,
    ended_by uniqueidentifier null,
    constraint pk_beneficiaries_person_mark primary key (id),
    constraint fk_beneficiaries_person_mark_person foreign key (beneficiary_id) references beneficiaries_person (id)
);
create index ix_beneficiaries_person_mark_person on beneficiaries_person_mark (beneficiary_id, kind);

create table beneficiaries_anonymisation (
    beneficiary_id uniqueidentifier not null,
    reason nvarchar(30) not null,
    done_at datetimeoffset(3) not null,
    done_by uniqueidentifier not null,
    key_destroyed_at datetimeoffset(3) null,
    constraint pk_beneficiaries_anonymisation primary key (beneficiary_id),
    constraint fk_beneficiaries_anonymisation_person foreign key (beneficiary_id) references beneficiaries_person (id)
);
create index ix_beneficiaries_anonymisation_key on beneficiaries_anonymisation (done_at) where key_destroyed_at is null;
