-- A body asks the service to take a person on. What it writes (who the person is, who refers, why, consent) is one encrypted text: a referral that is declined
-- leaves no person in clear. The referring body is encrypted too, as in the case; its keyed hash lets equal ones be found.
create table beneficiaries_referral (
    id uniqueidentifier not null,
    version int not null,
    state nvarchar(20) not null,
    urgency nvarchar(20) not null,
    restricted bit not null,
    content_cipher nvarchar(max) not null,
    referring_body_hash nvarchar(64) not null,
    referring_body_cipher nvarchar(400) not null,
    person_hash nvarchar(64) not null,
    tax_code_family_hash nvarchar(64) null,
    received_on date not null,
    answer_due_on date not null,
    answered_on date null,
    information_asked bit not null,
    waiting_since date null,
    reading_id uniqueidentifier null,
    decline_reason nvarchar(30) null,
    beneficiary_id uniqueidentifier null,
    case_id uniqueidentifier null,
    received_by uniqueidentifier not null,
    received_by_kind nvarchar(20) not null,
    received_at datetimeoffset(3) not null,
    constraint pk_beneficiaries_referral primary key (id),
    constraint fk_beneficiaries_referral_person foreign key (beneficiary_id) references beneficiaries_person (id),
    constraint fk_beneficiaries_referral_case foreign key (case_id) references beneficiaries_case (id)
);
create index ix_beneficiaries_referral_due on beneficiaries_referral (state, answer_due_on, id);
create index ix_beneficiaries_referral_received on beneficiaries_referral (state, received_on, id);
create index ix_beneficiaries_referral_received_by on beneficiaries_referral (received_by, id);
create index ix_beneficiaries_referral_person on beneficiaries_referral (person_hash, state);
create index ix_beneficiaries_referral_reading on beneficiaries_referral (reading_id);
create index ix_beneficiaries_referral_case on beneficiaries_referral (case_id);

-- What happened to a referral, the words encrypted. Position and points are those of the waiting list at the moment in which somebody was taken from it.
create table beneficiaries_referral_event (
    id uniqueidentifier not null,
    referral_id uniqueidentifier not null,
    kind nvarchar(30) not null,
    note_cipher nvarchar(max) null,
    list_position int null,
    list_points int null,
    actor_id uniqueidentifier not null,
    actor_kind nvarchar(20) not null,
    happened_at datetimeoffset(3) not null,
    constraint pk_beneficiaries_referral_event primary key (id),
    constraint fk_beneficiaries_referral_event_referral foreign key (referral_id) references beneficiaries_referral (id)
);
create index ix_beneficiaries_referral_event_referral on beneficiaries_referral_event (referral_id, happened_at, id);

-- A meeting in which an équipe reads referrals. Once closed its minutes are frozen.
create table beneficiaries_reading (
    id uniqueidentifier not null,
    version int not null,
    state nvarchar(20) not null,
    held_on date not null,
    starts_at nvarchar(5) null,
    place nvarchar(200) null,
    minutes_cipher nvarchar(max) null,
    created_by uniqueidentifier not null,
    created_at datetimeoffset(3) not null,
    closed_by uniqueidentifier null,
    closed_at datetimeoffset(3) null,
    constraint pk_beneficiaries_reading primary key (id)
);
create index ix_beneficiaries_reading_held on beneficiaries_reading (held_on, id);

-- Who is in the meeting: a colleague, who then sees what is on the agenda, or somebody of a partner body, by name.
create table beneficiaries_reading_member (
    id uniqueidentifier not null,
    reading_id uniqueidentifier not null,
    user_id uniqueidentifier null,
    name nvarchar(160) null,
    body_id uniqueidentifier null,
    present bit null,
    constraint pk_beneficiaries_reading_member primary key (id),
    constraint fk_beneficiaries_reading_member_reading foreign key (reading_id) references beneficiaries_reading (id) on delete cascade
);
create index ix_beneficiaries_reading_member_reading on beneficiaries_reading_member (reading_id);
create index ix_beneficiaries_reading_member_user on beneficiaries_reading_member (user_id, reading_id);

-- The agenda: one referral once, with the decision of this meeting.
create table beneficiaries_reading_item (
    reading_id uniqueidentifier not null,
    referral_id uniqueidentifier not null,
    position int not null,
    decision nvarchar(20) null,
    reason_cipher nvarchar(max) null,
    decided_by uniqueidentifier null,
    decided_at datetimeoffset(3) null,
    constraint pk_beneficiaries_reading_item primary key (reading_id, referral_id),
    constraint fk_beneficiaries_reading_item_reading foreign key (reading_id) references beneficiaries_reading (id),
    constraint fk_beneficiaries_reading_item_referral foreign key (referral_id) references beneficiaries_referral (id)
);
create index ix_beneficiaries_reading_item_referral on beneficiaries_reading_item (referral_id);

-- By what the waiting list is ordered: declared whole, from a day on, never changed afterwards.
create table beneficiaries_waiting_criteria (
    id uniqueidentifier not null,
    valid_from date not null,
    note nvarchar(1000) not null,
    declared_by uniqueidentifier not null,
    declared_at datetimeoffset(3) not null,
    constraint pk_beneficiaries_waiting_criteria primary key (id)
);
create index ix_beneficiaries_waiting_criteria_valid on beneficiaries_waiting_criteria (valid_from, declared_at);

create table beneficiaries_waiting_criterion (
    criteria_id uniqueidentifier not null,
    position int not null,
    criterion nvarchar(30) not null,
    points int not null,
    constraint pk_beneficiaries_waiting_criterion primary key (criteria_id, position),
    constraint fk_beneficiaries_waiting_criterion_criteria foreign key (criteria_id) references beneficiaries_waiting_criteria (id)
);
