-- Terms of the platform that the service does not offer. Their words are the platform's: nothing of them is kept but whether they are offered.
create table internships_skill_shipped (
    code nvarchar(40) not null,
    version int not null,
    withdrawn_at datetimeoffset(3) null,
    changed_at datetimeoffset(3) not null,
    changed_by uniqueidentifier not null,
    constraint pk_internships_skill_shipped primary key (code)
);
