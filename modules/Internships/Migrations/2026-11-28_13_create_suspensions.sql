-- Days on which an internship rests. Reason and note are encrypted: an illness is a health datum.
create table internships_suspension (
    id uniqueidentifier not null,
    internship_id uniqueidentifier not null,
    from_on date not null,
    to_on date null,
    reason_cipher nvarchar(max) not null,
    note_cipher nvarchar(max) null,
    moved_days int not null,
    at datetimeoffset(3) not null,
    by_id uniqueidentifier not null,
    withdrawn_at datetimeoffset(3) null,
    withdrawn_by uniqueidentifier null,
    constraint pk_internships_suspension primary key (id),
    constraint fk_internships_suspension foreign key (internship_id) references internships_internship (id) on delete cascade,
    constraint ck_internships_suspension check (to_on is null or to_on >= from_on)
);
create index ix_internships_suspension on internships_suspension (internship_id, from_on);
-- By how many days suspensions moved the end: they do not count in the maximum.
alter table internships_internship add suspended_days int not null constraint df_internships_internship_suspended default 0;
