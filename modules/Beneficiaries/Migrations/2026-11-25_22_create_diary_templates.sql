-- Texts to begin a diary entry with, kept by whoever answers for the service. Nothing of a person is in them.
create table beneficiaries_diary_template (
    id uniqueidentifier not null,
    version int not null,
    name nvarchar(80) not null,
    kind nvarchar(20) not null,
    text nvarchar(4000) not null,
    changed_by uniqueidentifier not null,
    changed_at datetimeoffset(3) not null,
    constraint pk_beneficiaries_diary_template primary key (id)
);
create unique index uq_beneficiaries_diary_template_name on beneficiaries_diary_template (name);
