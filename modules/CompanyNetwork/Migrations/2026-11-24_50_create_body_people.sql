-- The people through whom a body works: who they are there, how they are reached, and until when they were there.
create table company_network_body_person (
    id uniqueidentifier not null,
    version int not null,
    body_id uniqueidentifier not null,
    name nvarchar(120) not null,
    sort_name nvarchar(200) not null,
    role nvarchar(120) null,
    phone nvarchar(40) null,
    email nvarchar(254) null,
    left_on date null,
    created_at datetimeoffset(3) not null,
    updated_at datetimeoffset(3) not null,
    constraint pk_company_network_body_person primary key (id),
    constraint fk_company_network_body_person foreign key (body_id) references company_network_partner_body (id) on delete cascade
);
create index ix_company_network_body_person_body on company_network_body_person (body_id, sort_name, id);
