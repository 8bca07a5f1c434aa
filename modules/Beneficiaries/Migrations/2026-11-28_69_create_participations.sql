-- Who takes part in a programme, with what FSE+ asks of everybody at the entry and at the exit (Reg. EU 2021/1057, annex I). One row for a person in a programme: who comes back keeps the first
-- entry and gets a new exit. What is counted stays in clear; disability, third country, foreign background, minority and housing (EECO12-16) are encrypted as one.
create table beneficiaries_participation (
    id uniqueidentifier not null,
    version int not null,
    programme_id uniqueidentifier not null,
    candidate_id uniqueidentifier not null,
    beneficiary_id uniqueidentifier not null,
    entered_on date not null,
    gender nvarchar(20) not null,
    age int not null,
    education nvarchar(4) null,
    employment nvarchar(20) not null,
    long_term bit null,
    rural nvarchar(10) null,
    special_cipher nvarchar(max) null,
    left_on date null,
    -- What was asked at the exit and six months later; null where nobody said, or where the case knows it.
    situation nvarchar(20) null,
    qualification bit null,
    six_months_situation nvarchar(20) null,
    improved bit null,
    entered_by uniqueidentifier not null,
    changed_at datetimeoffset(3) not null,
    constraint pk_beneficiaries_participation primary key (id),
    constraint fk_beneficiaries_participation_programme foreign key (programme_id) references beneficiaries_programme (id),
    constraint fk_beneficiaries_participation_candidate foreign key (candidate_id) references beneficiaries_candidate (id),
    constraint fk_beneficiaries_participation_person foreign key (beneficiary_id) references beneficiaries_person (id),
    constraint ck_beneficiaries_participation_days check (left_on is null or left_on >= entered_on)
);
create unique index uq_beneficiaries_participation_person on beneficiaries_participation (programme_id, beneficiary_id);
create index ix_beneficiaries_participation_person on beneficiaries_participation (beneficiary_id);
create index ix_beneficiaries_participation_candidate on beneficiaries_participation (candidate_id);
-- What was counted of the encrypted part of people who were forgotten since: numbers only.
create table beneficiaries_participation_tally (
    programme_id uniqueidentifier not null,
    indicator nvarchar(10) not null,
    gender nvarchar(20) not null,
    people int not null,
    constraint pk_beneficiaries_participation_tally primary key (programme_id, indicator, gender),
    constraint fk_beneficiaries_participation_tally foreign key (programme_id) references beneficiaries_programme (id)
);
