-- Visits at the host and interviews with the intern. The sheet is encrypted with the person's key: difficulties are often health data. A draft waits for its author.
create table internships_visit (
    id uniqueidentifier not null,
    internship_id uniqueidentifier not null,
    kind nvarchar(20) not null,
    state nvarchar(20) not null,
    held_on date not null,
    sheet_cipher nvarchar(max) not null,
    at datetimeoffset(3) not null,
    by_id uniqueidentifier not null,
    version int not null,
    constraint pk_internships_visit primary key (id),
    constraint fk_internships_visit foreign key (internship_id) references internships_internship (id) on delete cascade
);
create index ix_internships_visit on internships_visit (internship_id, kind, state, held_on);
-- One draft at a time of each author: two halves of one sheet would never meet.
create unique index ux_internships_visit_draft on internships_visit (internship_id, kind, by_id) where state = 'draft';
-- Calls, mails and meetings with the host's tutor.
create table internships_exchange (
    id uniqueidentifier not null,
    internship_id uniqueidentifier not null,
    channel nvarchar(20) not null,
    held_on date not null,
    note_cipher nvarchar(max) not null,
    at datetimeoffset(3) not null,
    by_id uniqueidentifier not null,
    constraint pk_internships_exchange primary key (id),
    constraint fk_internships_exchange foreign key (internship_id) references internships_internship (id) on delete cascade
);
create index ix_internships_exchange on internships_exchange (internship_id, held_on);
