-- What tutor, educator and intern think of the internship, on the way and at the end. Encrypted with the person's key.
create table internships_evaluation (
    id uniqueidentifier not null,
    internship_id uniqueidentifier not null,
    stage nvarchar(20) not null,
    author nvarchar(20) not null,
    sheet_cipher nvarchar(max) not null,
    name_cipher nvarchar(max) null,
    given_on date not null,
    at datetimeoffset(3) not null,
    by_id uniqueidentifier null,
    version int not null,
    constraint pk_internships_evaluation primary key (id),
    constraint uq_internships_evaluation unique (internship_id, stage, author),
    constraint fk_internships_evaluation foreign key (internship_id) references internships_internship (id) on delete cascade
);
-- What came of the internship some time after its end: the company is asked whether it hired.
create table internships_hiring (
    internship_id uniqueidentifier not null,
    answer nvarchar(20) not null,
    contract nvarchar(20) null,
    hired_on date null,
    until_on date null,
    weekly_hours int null,
    told_by nvarchar(20) not null,
    note_cipher nvarchar(max) null,
    at datetimeoffset(3) not null,
    by_id uniqueidentifier null,
    version int not null,
    constraint pk_internships_hiring primary key (internship_id),
    constraint fk_internships_hiring foreign key (internship_id) references internships_internship (id) on delete cascade
);
