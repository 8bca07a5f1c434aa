create table company_network_document (
    id uniqueidentifier not null,
    company_id uniqueidentifier not null,
    kind nvarchar(30) not null,
    title nvarchar(200) not null,
    valid_from date null,
    valid_until date null,
    added_at datetimeoffset(3) not null,
    added_by uniqueidentifier not null,
    added_by_name nvarchar(120) not null,
    constraint pk_company_network_document primary key (id),
    constraint fk_company_network_document foreign key (company_id) references company_network_company (id) on delete cascade
);
create index ix_company_network_document_company on company_network_document (company_id, kind, valid_until);
create index ix_company_network_document_until on company_network_document (valid_until, company_id) where valid_until is not null;
