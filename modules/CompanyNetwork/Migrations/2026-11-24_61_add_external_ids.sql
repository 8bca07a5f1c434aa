-- The id that a company has in the sheet it comes from, one for each source: the next version of that sheet finds it again, also when its name or number changed.
create table company_network_external_id (
    id uniqueidentifier not null,
    source nvarchar(60) not null,
    external_id nvarchar(80) not null,
    company_id uniqueidentifier not null,
    constraint pk_company_network_external_id primary key (id),
    constraint fk_company_network_external_id foreign key (company_id) references company_network_company (id) on delete cascade
);
create unique index ux_company_network_external_id on company_network_external_id (source, external_id);
create index ix_company_network_external_id_company on company_network_external_id (company_id, source);

-- Whose ids the sheet's own are, and the fields that its empty cells may blank: none unless a person says so.
alter table company_network_import add source nvarchar(60) null;
alter table company_network_import add blanks nvarchar(1000) null;
