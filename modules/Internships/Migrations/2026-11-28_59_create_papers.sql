-- The service's own templates: the one in force of a kind is the last that was not taken out. The files lie encrypted in the document store.
create table internships_paper_template (
    id uniqueidentifier not null,
    kind nvarchar(20) not null,
    document_id uniqueidentifier not null,
    added_at datetimeoffset(3) not null,
    added_by uniqueidentifier not null,
    retired_at datetimeoffset(3) null,
    constraint pk_internships_paper_template primary key (id)
);
create index ix_internships_paper_template on internships_paper_template (kind, added_at);
-- A paper as it was made: of an internship, or of a convention. Made anew when its facts change; one that was signed stays.
create table internships_paper (
    id uniqueidentifier not null,
    internship_id uniqueidentifier null,
    convention_id uniqueidentifier null,
    kind nvarchar(20) not null,
    month nvarchar(7) not null,
    number int not null,
    digest nvarchar(64) not null,
    template_id uniqueidentifier null,
    funded bit not null,
    document_id uniqueidentifier not null,
    made_at datetimeoffset(3) not null,
    made_by uniqueidentifier not null,
    signed_on date null,
    signed_id uniqueidentifier null,
    signed_at datetimeoffset(3) null,
    signed_by uniqueidentifier null,
    constraint pk_internships_paper primary key (id),
    constraint fk_internships_paper_internship foreign key (internship_id) references internships_internship (id) on delete cascade,
    constraint fk_internships_paper_convention foreign key (convention_id) references internships_convention (id)
);
create unique index uq_internships_paper_internship on internships_paper (internship_id, kind, month, number) where internship_id is not null;
create unique index uq_internships_paper_convention on internships_paper (convention_id, number) where convention_id is not null;
