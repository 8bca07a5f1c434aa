-- What an educator looks for, without naming anybody: nothing in it leads to a person.
create table company_network_need (
    id uniqueidentifier not null,
    version int not null,
    opened_by uniqueidentifier not null,
    sectors nvarchar(300) not null,
    municipality nvarchar(6) not null,
    max_km int not null,
    context nvarchar(20) null,
    weekly_hours int null,
    slots nvarchar(600) null,
    has_licence bit null,
    can_do_shifts bit null,
    most_effort nvarchar(10) null,
    needs_interruptions bit null,
    note nvarchar(1000) null,
    from_on date null,
    opened_at datetimeoffset(3) not null,
    closed_at datetimeoffset(3) null,
    closed_by uniqueidentifier null,
    close_reason nvarchar(20) null,
    constraint pk_company_network_need primary key (id)
);
create index ix_company_network_need_open on company_network_need (opened_at, id) where closed_at is null;
create index ix_company_network_need_educator on company_network_need (opened_by, opened_at, id);

-- A place of an availability, kept for an educator until a day. case_id is shown only to whoever may see that case.
create table company_network_referral (
    id uniqueidentifier not null,
    version int not null,
    company_id uniqueidentifier not null,
    availability_id uniqueidentifier not null,
    educator_id uniqueidentifier not null,
    need_id uniqueidentifier null,
    note nvarchar(1000) null,
    state nvarchar(20) not null,
    reserved_until date not null,
    proposed_at datetimeoffset(3) not null,
    proposed_by uniqueidentifier not null,
    answered_at datetimeoffset(3) null,
    decline_reason nvarchar(30) null,
    decline_note nvarchar(1000) null,
    case_id uniqueidentifier null,
    internship_id uniqueidentifier null,
    -- When the internship was over, and with it the place free.
    released_at datetimeoffset(3) null,
    constraint pk_company_network_referral primary key (id),
    constraint fk_company_network_referral_company foreign key (company_id) references company_network_company (id),
    constraint fk_company_network_referral_availability foreign key (availability_id) references company_network_availability (id),
    constraint fk_company_network_referral_need foreign key (need_id) references company_network_need (id)
);
create index ix_company_network_referral_state on company_network_referral (state, proposed_at, id);
create index ix_company_network_referral_educator on company_network_referral (educator_id, state, proposed_at, id);
create index ix_company_network_referral_availability on company_network_referral (availability_id, state);
create index ix_company_network_referral_company on company_network_referral (company_id, proposed_at);
create index ix_company_network_referral_need on company_network_referral (need_id) where need_id is not null;
create index ix_company_network_referral_internship on company_network_referral (internship_id) where internship_id is not null;

-- The story that both sides read. It holds no person's data.
create table company_network_referral_moment (
    referral_id uniqueidentifier not null,
    number int not null,
    kind nvarchar(30) not null,
    at datetimeoffset(3) not null,
    done_by uniqueidentifier null,
    constraint pk_company_network_referral_moment primary key (referral_id, number),
    constraint fk_company_network_referral_moment foreign key (referral_id) references company_network_referral (id) on delete cascade
);
