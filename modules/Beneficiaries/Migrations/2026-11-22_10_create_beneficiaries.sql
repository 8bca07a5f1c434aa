-- The person. Identifiers, contacts and addresses are encrypted with keys that are not in this database; the hashes find equal identifiers and tell nothing without their key.
create table beneficiaries_person (
    id uniqueidentifier not null,
    version int not null,
    surname nvarchar(100) not null,
    name nvarchar(100) not null,
    preferred_name nvarchar(100) null,
    sort_name nvarchar(220) not null,
    sex nvarchar(10) not null,
    gender nvarchar(20) not null,
    birth_date date not null,
    birthplace nvarchar(4) null,
    citizenship nvarchar(4) null,
    tax_code_hash nvarchar(64) null,
    tax_code_family_hash nvarchar(64) null,
    health_code_hash nvarchar(64) null,
    name_and_birth_hash nvarchar(64) not null,
    identifiers_cipher nvarchar(max) null,
    contacts_cipher nvarchar(max) null,
    addresses_cipher nvarchar(max) null,
    domicile_istat nvarchar(6) null,
    education nvarchar(4) null,
    unemployed_since date null,
    minor_children int null,
    single_parent bit null,
    mobility nvarchar(20) null,
    wished_sectors nvarchar(400) not null,
    restricted bit not null,
    has_case bit not null,
    registered_by uniqueidentifier not null,
    registered_at datetimeoffset(3) not null,
    constraint pk_beneficiaries_person primary key (id)
);
create unique index uq_beneficiaries_person_tax_code on beneficiaries_person (tax_code_hash) where tax_code_hash is not null;
create unique index uq_beneficiaries_person_health_code on beneficiaries_person (health_code_hash) where health_code_hash is not null;
create index ix_beneficiaries_person_tax_code_family on beneficiaries_person (tax_code_family_hash);
create index ix_beneficiaries_person_name_and_birth on beneficiaries_person (name_and_birth_hash);
create index ix_beneficiaries_person_sort_name on beneficiaries_person (sort_name, id);
create index ix_beneficiaries_person_registered_by on beneficiaries_person (registered_by, has_case);

-- Words of the names, for finding a person by the beginning of any of them.
create table beneficiaries_name_word (
    word nvarchar(100) not null,
    beneficiary_id uniqueidentifier not null,
    constraint pk_beneficiaries_name_word primary key (word, beneficiary_id),
    constraint fk_beneficiaries_name_word_person foreign key (beneficiary_id) references beneficiaries_person (id) on delete cascade
);
create index ix_beneficiaries_name_word_person on beneficiaries_name_word (beneficiary_id);

-- One span of taking charge. Which body referred says as much as a diagnosis: it is encrypted, and its keyed hash lets equal ones be counted.
create table beneficiaries_case (
    id uniqueidentifier not null,
    version int not null,
    beneficiary_id uniqueidentifier not null,
    manager_id uniqueidentifier not null,
    referring_body_hash nvarchar(64) not null,
    referring_body_cipher nvarchar(400) not null,
    reason nvarchar(40) not null,
    programme nvarchar(120) null,
    restricted bit not null,
    opened_on date not null,
    closed_on date null,
    outcome nvarchar(40) null,
    closing_note_cipher nvarchar(max) null,
    last_activity_on date not null,
    open_internships int not null,
    opened_at datetimeoffset(3) not null,
    constraint pk_beneficiaries_case primary key (id),
    constraint fk_beneficiaries_case_person foreign key (beneficiary_id) references beneficiaries_person (id)
);
create unique index uq_beneficiaries_case_open on beneficiaries_case (beneficiary_id) where closed_on is null;
create index ix_beneficiaries_case_person on beneficiaries_case (beneficiary_id, opened_on);
create index ix_beneficiaries_case_opened on beneficiaries_case (opened_on, id);
create index ix_beneficiaries_case_manager on beneficiaries_case (manager_id, closed_on);

-- Who works on a case, in which role and when: this is what need to know means.
create table beneficiaries_case_member (
    id uniqueidentifier not null,
    case_id uniqueidentifier not null,
    beneficiary_id uniqueidentifier not null,
    user_id uniqueidentifier not null,
    role nvarchar(30) not null,
    from_on date not null,
    to_on date null,
    constraint pk_beneficiaries_case_member primary key (id),
    constraint fk_beneficiaries_case_member_case foreign key (case_id) references beneficiaries_case (id)
);
create index ix_beneficiaries_case_member_case on beneficiaries_case_member (case_id);
create index ix_beneficiaries_case_member_user on beneficiaries_case_member (user_id, beneficiary_id);
create index ix_beneficiaries_case_member_person on beneficiaries_case_member (beneficiary_id, user_id);

-- A coordinator broke the glass: why, and until when it stays broken.
create table beneficiaries_emergency_access (
    id uniqueidentifier not null,
    beneficiary_id uniqueidentifier not null,
    user_id uniqueidentifier not null,
    reason_cipher nvarchar(max) not null,
    began_at datetimeoffset(3) not null,
    expires_at datetimeoffset(3) not null,
    constraint pk_beneficiaries_emergency_access primary key (id),
    constraint fk_beneficiaries_emergency_access_person foreign key (beneficiary_id) references beneficiaries_person (id)
);
create index ix_beneficiaries_emergency_access_person on beneficiaries_emergency_access (beneficiary_id, began_at);
create index ix_beneficiaries_emergency_access_user on beneficiaries_emergency_access (user_id, expires_at);

-- An attestation of disadvantage: category, body and number are in the encrypted part, only its validity is not.
create table beneficiaries_attestation (
    id uniqueidentifier not null,
    beneficiary_id uniqueidentifier not null,
    details_cipher nvarchar(max) not null,
    valid_from date not null,
    valid_to date null,
    recorded_by uniqueidentifier not null,
    recorded_at datetimeoffset(3) not null,
    constraint pk_beneficiaries_attestation primary key (id),
    constraint fk_beneficiaries_attestation_person foreign key (beneficiary_id) references beneficiaries_person (id)
);
create index ix_beneficiaries_attestation_person on beneficiaries_attestation (beneficiary_id, valid_to);

-- Notes are never changed: a later one amends an earlier one.
create table beneficiaries_diary_entry (
    id uniqueidentifier not null,
    case_id uniqueidentifier not null,
    kind nvarchar(20) not null,
    happened_on date not null,
    text_cipher nvarchar(max) not null,
    amends_id uniqueidentifier null,
    written_by uniqueidentifier not null,
    written_at datetimeoffset(3) not null,
    constraint pk_beneficiaries_diary_entry primary key (id),
    constraint fk_beneficiaries_diary_entry_case foreign key (case_id) references beneficiaries_case (id)
);
create index ix_beneficiaries_diary_entry_case on beneficiaries_diary_entry (case_id, happened_on, id);
