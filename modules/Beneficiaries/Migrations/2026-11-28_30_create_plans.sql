-- The versions of a case's individual plan. What a version says is one encrypted text; its state and its days are in clear, because lists and the home page ask for them.
create table beneficiaries_plan (
    id uniqueidentifier not null,
    version int not null,
    case_id uniqueidentifier not null,
    number int not null,
    state nvarchar(20) not null,
    content_cipher nvarchar(max) not null,
    review_on date null,
    -- How many are asked to sign and how many have: moved in the statement that signs, so that the last of two signatures at once sees the other.
    signers int not null,
    signatures int not null,
    asked_on date null,
    in_force_on date null,
    ended_on date null,
    closing_cipher nvarchar(max) null,
    created_at datetimeoffset(3) not null,
    created_by uniqueidentifier not null,
    changed_at datetimeoffset(3) not null,
    changed_by uniqueidentifier not null,
    constraint pk_beneficiaries_plan primary key (id),
    constraint fk_beneficiaries_plan_case foreign key (case_id) references beneficiaries_case (id),
    constraint ck_beneficiaries_plan_signatures check (signatures <= signers)
);
create unique index uq_beneficiaries_plan_number on beneficiaries_plan (case_id, number);
create unique index uq_beneficiaries_plan_in_force on beneficiaries_plan (case_id) where state = 'inForce';
create unique index uq_beneficiaries_plan_at_work on beneficiaries_plan (case_id) where state in ('draft', 'toSign');
create index ix_beneficiaries_plan_review on beneficiaries_plan (state, review_on);
-- Who is asked to sign a version: operators by account, the person without one.
create table beneficiaries_plan_signature (
    id uniqueidentifier not null,
    plan_id uniqueidentifier not null,
    user_id uniqueidentifier null,
    way nvarchar(20) null,
    name_cipher nvarchar(max) null,
    document_id uniqueidentifier null,
    signed_on date null,
    signed_at datetimeoffset(3) null,
    recorded_by uniqueidentifier null,
    constraint pk_beneficiaries_plan_signature primary key (id),
    constraint fk_beneficiaries_plan_signature_plan foreign key (plan_id) references beneficiaries_plan (id) on delete cascade
);
create unique index uq_beneficiaries_plan_signature_user on beneficiaries_plan_signature (plan_id, user_id) where user_id is not null;
create unique index uq_beneficiaries_plan_signature_person on beneficiaries_plan_signature (plan_id) where user_id is null;
create index ix_beneficiaries_plan_signature_due on beneficiaries_plan_signature (user_id) where signed_at is null;
-- How an action stands where no other module knows it. An action keeps its id through the versions of the plan.
create table beneficiaries_plan_step (
    case_id uniqueidentifier not null,
    action_id uniqueidentifier not null,
    version int not null,
    state nvarchar(20) not null,
    state_on date not null,
    note_cipher nvarchar(max) null,
    changed_at datetimeoffset(3) not null,
    changed_by uniqueidentifier not null,
    constraint pk_beneficiaries_plan_step primary key (case_id, action_id),
    constraint fk_beneficiaries_plan_step_case foreign key (case_id) references beneficiaries_case (id)
);
-- What équipe and person found when they looked at the plan together, and when they will again.
create table beneficiaries_plan_review (
    id uniqueidentifier not null,
    plan_id uniqueidentifier not null,
    held_on date not null,
    note_cipher nvarchar(max) not null,
    next_on date not null,
    written_at datetimeoffset(3) not null,
    written_by uniqueidentifier not null,
    constraint pk_beneficiaries_plan_review primary key (id),
    constraint fk_beneficiaries_plan_review_plan foreign key (plan_id) references beneficiaries_plan (id) on delete cascade
);
create index ix_beneficiaries_plan_review_plan on beneficiaries_plan_review (plan_id, held_on);
