-- Protocols of understanding: a protocol without an end is valid until somebody ends it.
create table company_network_protocol (
    id uniqueidentifier not null,
    version int not null,
    subject nvarchar(300) not null,
    sort_subject nvarchar(200) not null,
    valid_from date not null,
    valid_to date null,
    renewal nvarchar(20) not null,
    notes nvarchar(2000) null,
    created_at datetimeoffset(3) not null,
    updated_at datetimeoffset(3) not null,
    constraint pk_company_network_protocol primary key (id)
);
create index ix_company_network_protocol_subject on company_network_protocol (sort_subject, id);
create index ix_company_network_protocol_end on company_network_protocol (valid_to, id) where valid_to is not null;

create table company_network_protocol_signatory (
    protocol_id uniqueidentifier not null,
    body_id uniqueidentifier not null,
    person_id uniqueidentifier null,
    signed_on date not null,
    constraint pk_company_network_protocol_signatory primary key (protocol_id, body_id),
    constraint fk_company_network_protocol_signatory_protocol foreign key (protocol_id) references company_network_protocol (id) on delete cascade,
    constraint fk_company_network_protocol_signatory_body foreign key (body_id) references company_network_partner_body (id)
);
create index ix_company_network_protocol_signatory_body on company_network_protocol_signatory (body_id, protocol_id);

create table company_network_protocol_renewal (
    id uniqueidentifier not null,
    protocol_id uniqueidentifier not null,
    valid_to_before date not null,
    valid_to_after date not null,
    renewed_at datetimeoffset(3) not null,
    renewed_by_name nvarchar(120) not null,
    constraint pk_company_network_protocol_renewal primary key (id),
    constraint fk_company_network_protocol_renewal foreign key (protocol_id) references company_network_protocol (id) on delete cascade
);
create index ix_company_network_protocol_renewal on company_network_protocol_renewal (protocol_id, renewed_at);
