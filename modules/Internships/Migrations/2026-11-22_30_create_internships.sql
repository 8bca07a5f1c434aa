-- Which figures hold where, for which kind and from when. Configuration, not code: each row has its act, and names what is still to be verified.
create table internships_rule_set (
    id uniqueidentifier not null,
    region nvarchar(60) not null,
    kind nvarchar(20) not null,
    valid_from date not null,
    valid_to date null,
    act nvarchar(300) not null,
    max_months int not null,
    max_months_disadvantaged int null,
    max_months_disability int null,
    attestation_extends bit not null,
    max_months_attested int null,
    min_months int null,
    min_months_seasonal int null,
    max_weekly_hours int not null,
    outside_quota bit not null,
    disability_outside_quota bit not null,
    disadvantaged_outside_quota bit not null,
    quota_small int not null,
    quota_medium int not null,
    quota_percent int not null,
    host_tutor_max int null,
    promoter_tutor_max int null,
    max_allowance_cents bigint null,
    usual_allowance_cents bigint null,
    full_presence_percent int null,
    note nvarchar(600) null,
    to_verify nvarchar(400) not null,
    constraint pk_internships_rule_set primary key (id),
    constraint uq_internships_rule_set unique (region, kind, valid_from)
);
-- The least that is paid a month, by steps. Basis: weeklyHours, monthlyHours or durationMonths; the step with the highest threshold reached counts.
create table internships_rule_allowance (
    rule_set_id uniqueidentifier not null,
    basis nvarchar(20) not null,
    reached_at int not null,
    cents bigint not null,
    cents_with_meals bigint null,
    constraint pk_internships_rule_allowance primary key (rule_set_id, basis, reached_at),
    constraint fk_internships_rule_allowance_set foreign key (rule_set_id) references internships_rule_set (id) on delete cascade
);
create table internships_convention (
    id uniqueidentifier not null,
    company_id uniqueidentifier not null,
    number nvarchar(60) not null,
    signed_on date not null,
    valid_from date not null,
    valid_to date not null,
    inail_position nvarchar(40) null,
    liability_policy nvarchar(120) null,
    created_at datetimeoffset(3) not null,
    created_by uniqueidentifier not null,
    version int not null,
    constraint pk_internships_convention primary key (id),
    constraint uq_internships_convention_number unique (number),
    constraint ck_internships_convention_dates check (valid_to >= valid_from)
);
create index ix_internships_convention_company on internships_convention (company_id, valid_to);
create index ix_internships_convention_end on internships_convention (valid_to, id);
create table internships_internship (
    id uniqueidentifier not null,
    case_id uniqueidentifier not null,
    beneficiary_id uniqueidentifier not null,
    company_id uniqueidentifier not null,
    kind nvarchar(20) not null,
    modulation nvarchar(30) not null,
    state nvarchar(20) not null,
    starts_on date not null,
    ends_on date not null,
    weekly_hours int not null,
    seasonal bit not null,
    meals_provided bit not null,
    duties nvarchar(2000) not null,
    objectives nvarchar(4000) not null,
    host_type nvarchar(40) not null,
    region nvarchar(60) not null,
    host_tutor nvarchar(120) not null,
    host_tutor_key nvarchar(120) not null,
    promoter_tutor_id uniqueidentifier not null,
    programme nvarchar(120) null,
    allowance_cents bigint not null,
    convention_id uniqueidentifier null,
    signed_by_person_on date null,
    signed_by_host_on date null,
    signed_by_promoter_on date null,
    communication_protocol nvarchar(60) null,
    communication_sent_on date null,
    inail_position nvarchar(40) null,
    liability_policy nvarchar(120) null,
    host_declared_on date null,
    attested_by nvarchar(160) null,
    attested_on date null,
    -- Set at the activation: whether the host's quota counts it. Never shown, because a reason may be a disability.
    outside_quota bit not null,
    ended_on date null,
    outcome nvarchar(40) null,
    contract nvarchar(20) null,
    hired_on date null,
    -- Encrypted: people write here why something was interrupted, health included.
    reason_cipher nvarchar(max) null,
    created_at datetimeoffset(3) not null,
    created_by uniqueidentifier not null,
    activated_at datetimeoffset(3) null,
    activated_by uniqueidentifier null,
    closed_at datetimeoffset(3) null,
    closed_by uniqueidentifier null,
    version int not null,
    constraint pk_internships_internship primary key (id),
    constraint ck_internships_internship_dates check (ends_on >= starts_on),
    constraint fk_internships_internship_convention foreign key (convention_id) references internships_convention (id)
);
create index ix_internships_internship_host on internships_internship (company_id, state, ends_on);
create index ix_internships_internship_person on internships_internship (beneficiary_id, state);
create index ix_internships_internship_case on internships_internship (case_id);
create index ix_internships_internship_tutor on internships_internship (promoter_tutor_id, state, ends_on);
create index ix_internships_internship_end on internships_internship (state, ends_on, id);
create index ix_internships_internship_start on internships_internship (starts_on, id);
-- One line for each host and each person: an activation moves it before it counts, so that two at once take turns on every engine.
create table internships_guard (
    subject_id uniqueidentifier not null,
    turns int not null,
    constraint pk_internships_guard primary key (subject_id)
);
