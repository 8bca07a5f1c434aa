-- What was paid too much to somebody to whom nothing else is due: given back, in parts or whole, or renounced with a second person's word.
create table internships_allowance_closing (
    id uniqueidentifier not null,
    version int not null,
    internship_id uniqueidentifier not null,
    month nvarchar(7) not null,
    programme_id uniqueidentifier not null,
    kind nvarchar(20) not null,
    cents bigint not null,
    -- The version of the register of which nothing is left to be taken back; where something is, null.
    register_version int null,
    given_on date null,
    how nvarchar(20) null,
    reason_cipher nvarchar(max) null,
    note_cipher nvarchar(max) null,
    state nvarchar(20) not null,
    recorded_at datetimeoffset(3) not null,
    recorded_by uniqueidentifier not null,
    closed_at datetimeoffset(3) null,
    closed_by uniqueidentifier null,
    withdrawn_at datetimeoffset(3) null,
    withdrawn_by uniqueidentifier null,
    constraint pk_internships_allowance_closing primary key (id),
    constraint fk_internships_allowance_closing foreign key (internship_id) references internships_internship (id) on delete cascade
);
create index ix_internships_allowance_closing_month on internships_allowance_closing (internship_id, month);
create index ix_internships_allowance_closing_programme on internships_allowance_closing (programme_id, state);
-- One renouncement of a month waits for a second person at a time.
create unique index ux_internships_allowance_closing_waits on internships_allowance_closing (internship_id, month) where state = 'toConfirm';
