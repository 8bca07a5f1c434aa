create table internships_extension (
    id uniqueidentifier not null,
    internship_id uniqueidentifier not null,
    ends_before date not null,
    ends_on date not null,
    reason_cipher nvarchar(max) not null,
    communication_protocol nvarchar(60) null,
    communication_sent_on date null,
    at datetimeoffset(3) not null,
    by_id uniqueidentifier not null,
    constraint pk_internships_extension primary key (id),
    constraint fk_internships_extension foreign key (internship_id) references internships_internship (id) on delete cascade
);
create index ix_internships_extension on internships_extension (internship_id, at);
-- What an amendment changed, with what stood before: the project as it was signed can always be read.
create table internships_amendment (
    id uniqueidentifier not null,
    internship_id uniqueidentifier not null,
    effective_on date not null,
    weekly_hours_before int not null,
    weekly_hours int not null,
    workplace_before nvarchar(200) null,
    workplace nvarchar(200) null,
    host_tutor_before nvarchar(120) not null,
    host_tutor nvarchar(120) not null,
    promoter_tutor_before uniqueidentifier not null,
    promoter_tutor uniqueidentifier not null,
    reason_cipher nvarchar(max) not null,
    at datetimeoffset(3) not null,
    by_id uniqueidentifier not null,
    constraint pk_internships_amendment primary key (id),
    constraint fk_internships_amendment foreign key (internship_id) references internships_internship (id) on delete cascade
);
create index ix_internships_amendment on internships_amendment (internship_id, at);
alter table internships_internship add workplace nvarchar(200) null;
