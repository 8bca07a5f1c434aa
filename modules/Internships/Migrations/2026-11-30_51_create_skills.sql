-- The service's own terms of the catalogue of skills. None is ever deleted: evaluations and attestations name them for ever.
create table internships_skill (
    code nvarchar(40) not null,
    version int not null,
    name_it nvarchar(120) not null,
    name_en nvarchar(120) null,
    name_key nvarchar(120) not null,
    area nvarchar(20) not null,
    withdrawn_at datetimeoffset(3) null,
    changed_at datetimeoffset(3) not null,
    changed_by uniqueidentifier not null,
    constraint pk_internships_skill primary key (code),
    constraint uq_internships_skill unique (name_key)
);
