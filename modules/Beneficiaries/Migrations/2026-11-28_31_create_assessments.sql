-- Assessments of a case at T0, T1 and so on: the reading of the work need, skills, ICF, and what several bodies see together. What they say is one encrypted text.
create table beneficiaries_assessment (
    id uniqueidentifier not null,
    version int not null,
    case_id uniqueidentifier not null,
    kind nvarchar(20) not null,
    moment int not null,
    held_on date not null,
    state nvarchar(20) not null,
    content_cipher nvarchar(max) not null,
    -- Moved in the statement that signs, so that the last of two signatures at once sees the other.
    signers int not null,
    signatures int not null,
    asked_on date null,
    signed_on date null,
    created_at datetimeoffset(3) not null,
    created_by uniqueidentifier not null,
    changed_at datetimeoffset(3) not null,
    changed_by uniqueidentifier not null,
    constraint pk_beneficiaries_assessment primary key (id),
    constraint fk_beneficiaries_assessment_case foreign key (case_id) references beneficiaries_case (id),
    constraint ck_beneficiaries_assessment_signatures check (signatures <= signers)
);
create unique index uq_beneficiaries_assessment_moment on beneficiaries_assessment (case_id, kind, moment);
create unique index uq_beneficiaries_assessment_at_work on beneficiaries_assessment (case_id, kind) where state <> 'signed';
create table beneficiaries_assessment_signature (
    id uniqueidentifier not null,
    assessment_id uniqueidentifier not null,
    user_id uniqueidentifier not null,
    signed_at datetimeoffset(3) null,
    constraint pk_beneficiaries_assessment_signature primary key (id),
    constraint fk_beneficiaries_assessment_signature_assessment foreign key (assessment_id) references beneficiaries_assessment (id) on delete cascade
);
create unique index uq_beneficiaries_assessment_signature_user on beneficiaries_assessment_signature (assessment_id, user_id);
create index ix_beneficiaries_assessment_signature_due on beneficiaries_assessment_signature (user_id) where signed_at is null;
-- What a skills assessment asks, kept by who answers for the service. Nothing of a person is in them; an assessment copies the grid that it was made with.
create table beneficiaries_skill_grid (
    id uniqueidentifier not null,
    version int not null,
    name nvarchar(120) not null,
    active bit not null,
    content nvarchar(max) not null,
    changed_at datetimeoffset(3) not null,
    changed_by uniqueidentifier not null,
    constraint pk_beneficiaries_skill_grid primary key (id)
);
create unique index uq_beneficiaries_skill_grid_name on beneficiaries_skill_grid (name);
insert into beneficiaries_skill_grid (id, version, name, active, content, changed_at, changed_by)
values ('019AB000-0000-7000-8000-0000000B0001', 1, 'Competenze trasversali per il lavoro', 1, '{"Levels":["Da avviare","Con aiuto costante","Con qualche aiuto","In autonomia","Sa aiutare gli altri"],"Skills":[{"Group":"Sul lavoro","Label":"Rispettare gli orari","Uri":null},{"Group":"Sul lavoro","Label":"Seguire le istruzioni","Uri":null},{"Group":"Sul lavoro","Label":"Portare a termine un compito","Uri":null},{"Group":"Sul lavoro","Label":"Lavorare in sicurezza","Uri":null},{"Group":"Con gli altri","Label":"Lavorare in gruppo","Uri":null},{"Group":"Con gli altri","Label":"Chiedere aiuto","Uri":null},{"Group":"Con gli altri","Label":"Gestire i contrasti","Uri":null},{"Group":"Verso il lavoro","Label":"Cercare offerte di lavoro","Uri":null},{"Group":"Verso il lavoro","Label":"Presentarsi a un colloquio","Uri":null},{"Group":"Verso il lavoro","Label":"Usare posta e servizi in rete","Uri":null}]}', '2026-11-28 00:00:00+00:00', '00000000-0000-0000-0000-000000000000');
-- By which formula a region or service reckons the fragility index, from a day on. What was declared is never rewritten: an index can be explained years later.
create table beneficiaries_fragility_formula (
    id uniqueidentifier not null,
    valid_from date not null,
    name nvarchar(120) not null,
    source nvarchar(500) not null,
    formula nvarchar(1000) null,
    bands nvarchar(max) not null,
    declared_at datetimeoffset(3) not null,
    declared_by uniqueidentifier not null,
    constraint pk_beneficiaries_fragility_formula primary key (id)
);
create index ix_beneficiaries_fragility_formula_from on beneficiaries_fragility_formula (valid_from, declared_at);
