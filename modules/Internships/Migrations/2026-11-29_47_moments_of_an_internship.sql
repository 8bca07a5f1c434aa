-- What happened to an internship and to its papers, who did it and when: it is only added to. The subject says of what: a signer, a reason, a protocol number.
create table internships_moment (
    id uniqueidentifier not null,
    internship_id uniqueidentifier not null,
    kind nvarchar(40) not null,
    subject nvarchar(60) null,
    on_day date null,
    at datetimeoffset(3) not null,
    by_id uniqueidentifier not null,
    constraint pk_internships_moment primary key (id),
    constraint fk_internships_moment foreign key (internship_id) references internships_internship (id) on delete cascade
);
create index ix_internships_moment_internship on internships_moment (internship_id);
