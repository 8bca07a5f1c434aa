-- Working tables and steering committees, what they meet about and what they decide.
create table company_network_working_table (
    id uniqueidentifier not null,
    version int not null,
    name nvarchar(200) not null,
    sort_name nvarchar(200) not null,
    kind nvarchar(30) not null,
    purpose nvarchar(2000) null,
    closed_on date null,
    created_at datetimeoffset(3) not null,
    updated_at datetimeoffset(3) not null,
    constraint pk_company_network_working_table primary key (id)
);
create index ix_company_network_working_table_name on company_network_working_table (sort_name, id);

create table company_network_table_member (
    table_id uniqueidentifier not null,
    body_id uniqueidentifier not null,
    person_id uniqueidentifier null,
    constraint pk_company_network_table_member primary key (table_id, body_id),
    constraint fk_company_network_table_member_table foreign key (table_id) references company_network_working_table (id) on delete cascade,
    constraint fk_company_network_table_member_body foreign key (body_id) references company_network_partner_body (id)
);
create index ix_company_network_table_member_body on company_network_table_member (body_id, table_id);

create table company_network_meeting (
    id uniqueidentifier not null,
    version int not null,
    table_id uniqueidentifier not null,
    held_on date not null,
    starts_at nvarchar(5) not null,
    ends_at nvarchar(5) null,
    place nvarchar(300) not null,
    minutes nvarchar(max) null,
    approved_at datetimeoffset(3) null,
    approved_by_name nvarchar(120) null,
    cancelled_at datetimeoffset(3) null,
    created_at datetimeoffset(3) not null,
    updated_at datetimeoffset(3) not null,
    constraint pk_company_network_meeting primary key (id),
    constraint fk_company_network_meeting foreign key (table_id) references company_network_working_table (id) on delete cascade
);
create index ix_company_network_meeting_table on company_network_meeting (table_id, held_on, id);
create index ix_company_network_meeting_day on company_network_meeting (held_on, id);

create table company_network_meeting_item (
    meeting_id uniqueidentifier not null,
    number int not null,
    title nvarchar(300) not null,
    constraint pk_company_network_meeting_item primary key (meeting_id, number),
    constraint fk_company_network_meeting_item foreign key (meeting_id) references company_network_meeting (id) on delete cascade
);

create table company_network_meeting_attendance (
    meeting_id uniqueidentifier not null,
    body_id uniqueidentifier not null,
    person_id uniqueidentifier null,
    state nvarchar(20) not null,
    constraint pk_company_network_meeting_attendance primary key (meeting_id, body_id),
    constraint fk_company_network_meeting_attendance_meeting foreign key (meeting_id) references company_network_meeting (id) on delete cascade,
    constraint fk_company_network_meeting_attendance_body foreign key (body_id) references company_network_partner_body (id)
);

-- What is added to minutes that were approved: they themselves never change.
create table company_network_meeting_note (
    id uniqueidentifier not null,
    meeting_id uniqueidentifier not null,
    note nvarchar(4000) not null,
    added_at datetimeoffset(3) not null,
    added_by_name nvarchar(120) not null,
    constraint pk_company_network_meeting_note primary key (id),
    constraint fk_company_network_meeting_note foreign key (meeting_id) references company_network_meeting (id) on delete cascade
);
create index ix_company_network_meeting_note on company_network_meeting_note (meeting_id, added_at);

-- A decision's owner is a colleague or somebody of a body, never both.
create table company_network_decision (
    id uniqueidentifier not null,
    version int not null,
    meeting_id uniqueidentifier not null,
    decided nvarchar(1000) not null,
    owner_user_id uniqueidentifier null,
    owner_person_id uniqueidentifier null,
    due_on date not null,
    done_at datetimeoffset(3) null,
    done_by_name nvarchar(120) null,
    created_at datetimeoffset(3) not null,
    updated_at datetimeoffset(3) not null,
    constraint pk_company_network_decision primary key (id),
    constraint fk_company_network_decision foreign key (meeting_id) references company_network_meeting (id) on delete cascade
);
create index ix_company_network_decision_meeting on company_network_decision (meeting_id, created_at, id);
create index ix_company_network_decision_due on company_network_decision (due_on, id);
create index ix_company_network_decision_owner on company_network_decision (owner_user_id, due_on, id) where done_at is null;
