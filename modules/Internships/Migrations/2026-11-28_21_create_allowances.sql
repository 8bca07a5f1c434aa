-- How an allowance is reckoned: configuration, not code. Each scheme has terms that are valid from a day on.
create table internships_allowance_scheme (
    id uniqueidentifier not null,
    version int not null,
    name nvarchar(200) not null,
    sort_name nvarchar(200) not null,
    region nvarchar(60) null,
    kind nvarchar(20) null,
    note nvarchar(600) null,
    changed_at datetimeoffset(3) not null,
    constraint pk_internships_allowance_scheme primary key (id),
    constraint uq_internships_allowance_scheme unique (sort_name)
);
create table internships_allowance_terms (
    scheme_id uniqueidentifier not null,
    valid_from date not null,
    method nvarchar(30) not null,
    cents bigint not null,
    cents_with_meals bigint null,
    threshold_percent int null,
    below nvarchar(20) not null,
    floor_cents bigint null,
    total_cents bigint null,
    act nvarchar(300) null,
    to_verify nvarchar(200) null,
    constraint pk_internships_allowance_terms primary key (scheme_id, valid_from),
    constraint fk_internships_allowance_terms foreign key (scheme_id) references internships_allowance_scheme (id) on delete cascade
);
create table internships_allowance_step (
    scheme_id uniqueidentifier not null,
    valid_from date not null,
    reached_at int not null,
    cents bigint not null,
    constraint pk_internships_allowance_step primary key (scheme_id, valid_from, reached_at),
    constraint fk_internships_allowance_step foreign key (scheme_id) references internships_allowance_scheme (id) on delete cascade
);
-- Who pays an internship: a programme, or the host, which pays by itself.
create table internships_allowance_assignment (
    internship_id uniqueidentifier not null,
    programme_id uniqueidentifier null,
    dowry_kept bit not null,
    changed_at datetimeoffset(3) not null,
    changed_by uniqueidentifier not null,
    version int not null,
    constraint pk_internships_allowance_assignment primary key (internship_id),
    constraint fk_internships_allowance_assignment foreign key (internship_id) references internships_internship (id) on delete cascade
);
create index ix_internships_allowance_assignment on internships_allowance_assignment (programme_id, internship_id);
create table internships_allowance_assigned_scheme (
    internship_id uniqueidentifier not null,
    valid_from date not null,
    scheme_id uniqueidentifier not null,
    constraint pk_internships_allowance_assigned_scheme primary key (internship_id, valid_from),
    constraint fk_internships_allowance_assigned_internship foreign key (internship_id) references internships_allowance_assignment (internship_id) on delete cascade,
    constraint fk_internships_allowance_assigned_scheme foreign key (scheme_id) references internships_allowance_scheme (id)
);
-- The monthly pay list of a programme.
create table internships_allowance_run (
    id uniqueidentifier not null,
    version int not null,
    programme_id uniqueidentifier not null,
    month nvarchar(7) not null,
    state nvarchar(20) not null,
    cents bigint not null,
    kept_cents bigint not null,
    people int not null,
    carried int not null,
    computed_at datetimeoffset(3) not null,
    computed_by uniqueidentifier not null,
    submitted_at datetimeoffset(3) null,
    submitted_by uniqueidentifier null,
    approved_at datetimeoffset(3) null,
    approved_by uniqueidentifier null,
    execute_on date null,
    constraint pk_internships_allowance_run primary key (id)
);
create index ix_internships_allowance_run on internships_allowance_run (month, id);
create index ix_internships_allowance_run_programme on internships_allowance_run (programme_id, state);
-- One open list for each programme: a month is never on two.
create unique index ux_internships_allowance_run_open on internships_allowance_run (programme_id) where state <> 'frozen';
create table internships_allowance_payment (
    id uniqueidentifier not null,
    run_id uniqueidentifier not null,
    place int not null,
    beneficiary_id uniqueidentifier not null,
    cents bigint not null,
    -- Holder, account and address as they were when the list was made, encrypted; the mask is what screens show.
    account_cipher nvarchar(max) null,
    account_mask nvarchar(20) null,
    problem nvarchar(30) null,
    state nvarchar(20) not null,
    settled_on date null,
    return_reason nvarchar(30) null,
    repaid_in uniqueidentifier null,
    constraint pk_internships_allowance_payment primary key (id),
    constraint uq_internships_allowance_payment unique (run_id, beneficiary_id),
    constraint fk_internships_allowance_payment foreign key (run_id) references internships_allowance_run (id) on delete cascade
);
create index ix_internships_allowance_payment on internships_allowance_payment (run_id, place);
create index ix_internships_allowance_payment_state on internships_allowance_payment (state, run_id);
create table internships_allowance_item (
    id uniqueidentifier not null,
    run_id uniqueidentifier not null,
    payment_id uniqueidentifier not null,
    internship_id uniqueidentifier null,
    month nvarchar(7) not null,
    kind nvarchar(20) not null,
    register_version int not null,
    worked_minutes int not null,
    planned_minutes int not null,
    cents bigint not null,
    kept_cents bigint not null,
    reckoning nvarchar(max) not null,
    constraint pk_internships_allowance_item primary key (id),
    constraint fk_internships_allowance_item foreign key (run_id) references internships_allowance_run (id) on delete cascade
);
create index ix_internships_allowance_item_run on internships_allowance_item (run_id, payment_id);
create index ix_internships_allowance_item_month on internships_allowance_item (internship_id, month);
-- Who is left out of a list on purpose; the next list finds them again.
create table internships_allowance_hold (
    run_id uniqueidentifier not null,
    beneficiary_id uniqueidentifier not null,
    held_at datetimeoffset(3) not null,
    held_by uniqueidentifier not null,
    constraint pk_internships_allowance_hold primary key (run_id, beneficiary_id),
    constraint fk_internships_allowance_hold foreign key (run_id) references internships_allowance_run (id) on delete cascade
);
