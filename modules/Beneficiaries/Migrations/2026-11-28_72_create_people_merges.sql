-- Two records of one person: the one that became part of the other stays, hidden, and tells where the person is now. How the names sound is kept, so that
-- likely duplicates are sought by index; people from before are done by a job, and all of them again when the rule changes.
alter table beneficiaries_person add merged_into uniqueidentifier null;
alter table beneficiaries_person add phonetic_key nvarchar(120) null;
alter table beneficiaries_person add phonetic_version int not null constraint df_beneficiaries_person_phonetic_version default 0;
create index ix_beneficiaries_person_phonetic on beneficiaries_person (phonetic_key, birth_date);
create index ix_beneficiaries_person_phonetic_version on beneficiaries_person (phonetic_version, id);
create index ix_beneficiaries_person_merged on beneficiaries_person (merged_into) where merged_into is not null;

-- Pairs that may be one person, kept up at each writing. A pair once told apart stays here, so that nobody is asked twice.
create table beneficiaries_duplicate_person (
    first_id uniqueidentifier not null,
    second_id uniqueidentifier not null,
    weight int not null,
    dismissed_at datetimeoffset(3) null,
    dismissed_by uniqueidentifier null,
    constraint pk_beneficiaries_duplicate_person primary key (first_id, second_id),
    constraint fk_beneficiaries_duplicate_person_first foreign key (first_id) references beneficiaries_person (id),
    constraint fk_beneficiaries_duplicate_person_second foreign key (second_id) references beneficiaries_person (id)
);
create index ix_beneficiaries_duplicate_person_open on beneficiaries_duplicate_person (weight, first_id, second_id) where dismissed_at is null;
create index ix_beneficiaries_duplicate_person_second on beneficiaries_duplicate_person (second_id);

-- A merge, with what the survivor was before and after it: enough to undo it. Once undone the two texts go: what was the other's is not kept with the survivor.
create table beneficiaries_person_merge (
    id uniqueidentifier not null,
    survivor_id uniqueidentifier not null,
    absorbed_id uniqueidentifier not null,
    reason_cipher nvarchar(max) not null,
    before_cipher nvarchar(max) null,
    after_cipher nvarchar(max) null,
    merged_at datetimeoffset(3) not null,
    merged_by uniqueidentifier not null,
    undone_at datetimeoffset(3) null,
    undone_by uniqueidentifier null,
    undo_reason_cipher nvarchar(max) null,
    constraint pk_beneficiaries_person_merge primary key (id),
    constraint fk_beneficiaries_person_merge_survivor foreign key (survivor_id) references beneficiaries_person (id),
    constraint fk_beneficiaries_person_merge_absorbed foreign key (absorbed_id) references beneficiaries_person (id)
);
create index ix_beneficiaries_person_merge_survivor on beneficiaries_person_merge (survivor_id, merged_at);
create unique index uq_beneficiaries_person_merge_absorbed on beneficiaries_person_merge (absorbed_id) where undone_at is null;

-- Exactly the rows that a merge moved, and the number that a row had where it had to give way to the survivor's.
create table beneficiaries_person_merge_move (
    merge_id uniqueidentifier not null,
    kind nvarchar(30) not null,
    row_id uniqueidentifier not null,
    was int null,
    constraint pk_beneficiaries_person_merge_move primary key (merge_id, kind, row_id),
    constraint fk_beneficiaries_person_merge_move foreign key (merge_id) references beneficiaries_person_merge (id) on delete cascade
);

-- All that is a person's is found by the person, also where so far only the case was asked for.
create index ix_beneficiaries_referral_beneficiary on beneficiaries_referral (beneficiary_id) where beneficiary_id is not null;
