-- How a case ended, once for each time that it ended: reopening keeps the row. What statistics count is in clear; employer, course, activity and receiving service are encrypted,
-- because a social cooperative of type B or a service's name would tell the disadvantage.
create table beneficiaries_case_closure (
    id uniqueidentifier not null,
    version int not null,
    case_id uniqueidentifier not null,
    closed_on date not null,
    outcome nvarchar(40) not null,
    contract nvarchar(30) null,
    starts_on date null,
    ends_on date null,
    weekly_hours int null,
    sector nvarchar(40) null,
    training nvarchar(30) null,
    dropout_reason nvarchar(40) null,
    dowry_cents bigint null,
    details_cipher nvarchar(max) null,
    note_cipher nvarchar(max) null,
    closed_by uniqueidentifier not null,
    closed_at datetimeoffset(3) not null,
    reopened_on date null,
    reopening_reason nvarchar(40) null,
    reopening_note_cipher nvarchar(max) null,
    reopened_by uniqueidentifier null,
    constraint pk_beneficiaries_case_closure primary key (id),
    constraint fk_beneficiaries_case_closure_case foreign key (case_id) references beneficiaries_case (id)
);
create unique index uq_beneficiaries_case_closure_current on beneficiaries_case_closure (case_id) where reopened_on is null;
create index ix_beneficiaries_case_closure_case on beneficiaries_case_closure (case_id, closed_on, id);

-- Cases closed before there were closures: one each, by the id of the case, without details.
insert into beneficiaries_case_closure (id, version, case_id, closed_on, outcome, closed_by, closed_at)
select id, 1, id, closed_on, outcome, manager_id, opened_at
from   beneficiaries_case
where  closed_on is not null and outcome is not null;

-- Contacts with the person after the end: scheduled by the closing, recorded with what came of them. The situation is in clear, because results are counted by it.
create table beneficiaries_follow_up (
    id uniqueidentifier not null,
    version int not null,
    case_id uniqueidentifier not null,
    closure_id uniqueidentifier not null,
    kind nvarchar(20) not null,
    due_on date not null,
    next_try_on date not null,
    attempts int not null,
    state nvarchar(20) not null,
    situation nvarchar(30) null,
    improved bit null,
    contacted_on date null,
    note_cipher nvarchar(max) null,
    recorded_by uniqueidentifier null,
    recorded_at datetimeoffset(3) null,
    constraint pk_beneficiaries_follow_up primary key (id),
    constraint fk_beneficiaries_follow_up_case foreign key (case_id) references beneficiaries_case (id),
    constraint fk_beneficiaries_follow_up_closure foreign key (closure_id) references beneficiaries_case_closure (id)
);
create unique index uq_beneficiaries_follow_up_kind on beneficiaries_follow_up (closure_id, kind);
create index ix_beneficiaries_follow_up_due on beneficiaries_follow_up (state, next_try_on, id);
create index ix_beneficiaries_follow_up_case on beneficiaries_follow_up (case_id, due_on);

-- Who handed a case over to whom and why.
create table beneficiaries_case_transfer (
    id uniqueidentifier not null,
    case_id uniqueidentifier not null,
    from_user_id uniqueidentifier not null,
    to_user_id uniqueidentifier not null,
    reason nvarchar(40) not null,
    note_cipher nvarchar(max) null,
    transferred_on date not null,
    transferred_by uniqueidentifier not null,
    constraint pk_beneficiaries_case_transfer primary key (id),
    constraint fk_beneficiaries_case_transfer_case foreign key (case_id) references beneficiaries_case (id)
);
create index ix_beneficiaries_case_transfer_case on beneficiaries_case_transfer (case_id, transferred_on, id);
