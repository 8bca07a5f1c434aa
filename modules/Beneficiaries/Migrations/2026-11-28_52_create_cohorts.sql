-- The selection of a programme: places, criteria declared with their points, a ranking that is frozen with its minutes. The minutes are encrypted.
create table beneficiaries_cohort (
    id uniqueidentifier not null,
    -- Of places, title and criteria; movement grows with whatever happens to the candidates.
    version int not null,
    movement int not null,
    programme_id uniqueidentifier not null,
    number int not null,
    title nvarchar(200) not null,
    places int not null,
    state nvarchar(20) not null,
    last_candidate int not null,
    criteria_note nvarchar(1000) null,
    criteria_on date null,
    criteria_by uniqueidentifier null,
    tie_breaks nvarchar(200) not null,
    held_on date null,
    minutes_cipher nvarchar(max) null,
    frozen_at datetimeoffset(3) null,
    frozen_by uniqueidentifier null,
    created_at datetimeoffset(3) not null,
    created_by uniqueidentifier not null,
    constraint pk_beneficiaries_cohort primary key (id),
    constraint uq_beneficiaries_cohort_number unique (programme_id, number),
    constraint fk_beneficiaries_cohort_programme foreign key (programme_id) references beneficiaries_programme (id),
    constraint ck_beneficiaries_cohort_places check (places > 0)
);
create table beneficiaries_cohort_criterion (
    cohort_id uniqueidentifier not null,
    position int not null,
    criterion nvarchar(30) not null,
    argument nvarchar(100) null,
    points int not null,
    constraint pk_beneficiaries_cohort_criterion primary key (cohort_id, position),
    constraint fk_beneficiaries_cohort_criterion foreign key (cohort_id) references beneficiaries_cohort (id) on delete cascade
);
-- A person on file, or a referral that has no person yet. The body that proposes tells as much as a diagnosis: encrypted, as are the points and their reasons.
create table beneficiaries_candidate (
    id uniqueidentifier not null,
    version int not null,
    cohort_id uniqueidentifier not null,
    number int not null,
    beneficiary_id uniqueidentifier null,
    referral_id uniqueidentifier null,
    -- Keyed hash of names and birth: the same person is not proposed twice, neither by two bodies nor once as a referral and once from the file.
    subject_hash nvarchar(120) not null,
    body_cipher nvarchar(400) not null,
    proposed_on date not null,
    consent_on date not null,
    consent_kind nvarchar(20) not null,
    state nvarchar(20) not null,
    position int null,
    points int null,
    lines_cipher nvarchar(max) null,
    created_at datetimeoffset(3) not null,
    created_by uniqueidentifier not null,
    constraint pk_beneficiaries_candidate primary key (id),
    constraint uq_beneficiaries_candidate_number unique (cohort_id, number),
    constraint fk_beneficiaries_candidate_cohort foreign key (cohort_id) references beneficiaries_cohort (id),
    constraint fk_beneficiaries_candidate_person foreign key (beneficiary_id) references beneficiaries_person (id),
    constraint fk_beneficiaries_candidate_referral foreign key (referral_id) references beneficiaries_referral (id)
);
create unique index uq_beneficiaries_candidate_subject on beneficiaries_candidate (cohort_id, subject_hash);
create unique index uq_beneficiaries_candidate_person on beneficiaries_candidate (cohort_id, beneficiary_id) where beneficiary_id is not null;
create unique index uq_beneficiaries_candidate_referral on beneficiaries_candidate (cohort_id, referral_id) where referral_id is not null;
create index ix_beneficiaries_candidate_person on beneficiaries_candidate (beneficiary_id);
create index ix_beneficiaries_candidate_referral on beneficiaries_candidate (referral_id);
-- Points given by hand, where the file does not know: by the key of the criterion, so that they survive a declaration that keeps it.
create table beneficiaries_candidate_points (
    candidate_id uniqueidentifier not null,
    criterion_key nvarchar(140) not null,
    points int not null,
    reason_cipher nvarchar(max) null,
    written_at datetimeoffset(3) not null,
    written_by uniqueidentifier not null,
    constraint pk_beneficiaries_candidate_points primary key (candidate_id, criterion_key),
    constraint fk_beneficiaries_candidate_points foreign key (candidate_id) references beneficiaries_candidate (id) on delete cascade
);
create table beneficiaries_candidate_event (
    id uniqueidentifier not null,
    candidate_id uniqueidentifier not null,
    kind nvarchar(20) not null,
    note_cipher nvarchar(max) null,
    actor_id uniqueidentifier not null,
    happened_at datetimeoffset(3) not null,
    constraint pk_beneficiaries_candidate_event primary key (id),
    constraint fk_beneficiaries_candidate_event foreign key (candidate_id) references beneficiaries_candidate (id) on delete cascade
);
create index ix_beneficiaries_candidate_event on beneficiaries_candidate_event (candidate_id, happened_at, id);
