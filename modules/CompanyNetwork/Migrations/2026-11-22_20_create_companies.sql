-- The bank of companies. sort_name is the name as the platform's search text writes it: lists are ordered and paged by it on both engines alike.
create table company_network_company (
    id uniqueidentifier not null,
    version int not null,
    name nvarchar(200) not null,
    sort_name nvarchar(200) not null,
    vat_number nvarchar(11) null,
    tax_code nvarchar(16) null,
    kind nvarchar(30) not null,
    sector nvarchar(30) not null,
    ateco_section nvarchar(1) null,
    ateco_code nvarchar(12) null,
    address nvarchar(200) null,
    cap nvarchar(5) null,
    municipality nvarchar(6) null,
    province nvarchar(2) null,
    permanent_staff int null,
    phone nvarchar(40) null,
    phone_key nvarchar(20) null,
    email nvarchar(254) null,
    website nvarchar(200) null,
    contact_name nvarchar(120) null,
    contact_role nvarchar(120) null,
    contact_phone nvarchar(40) null,
    contact_email nvarchar(254) null,
    contact_hours nvarchar(200) null,
    do_not_call bit not null,
    notes nvarchar(4000) null,
    available_places int not null,
    available_until date null,
    next_contact_on date null,
    last_contact_at datetimeoffset(3) null,
    last_outcome nvarchar(20) null,
    unreached_in_a_row int not null,
    archived_at datetimeoffset(3) null,
    archive_reason nvarchar(400) null,
    created_at datetimeoffset(3) not null,
    created_by uniqueidentifier not null,
    updated_at datetimeoffset(3) not null,
    constraint pk_company_network_company primary key (id)
);
create unique index ux_company_network_company_vat on company_network_company (vat_number) where vat_number is not null;
create unique index ux_company_network_company_tax on company_network_company (tax_code) where tax_code is not null;
create index ix_company_network_company_name on company_network_company (sort_name, id);
create index ix_company_network_company_sector on company_network_company (sector, sort_name, id);
create index ix_company_network_company_municipality on company_network_company (municipality, sort_name, id);
create index ix_company_network_company_province on company_network_company (province, sort_name, id);
create index ix_company_network_company_archived on company_network_company (sort_name, id) where archived_at is not null;
create index ix_company_network_company_next on company_network_company (next_contact_on, id) where next_contact_on is not null;
create index ix_company_network_company_unreached on company_network_company (sort_name, id) where unreached_in_a_row >= 3;
create index ix_company_network_company_available on company_network_company (sort_name, id) where available_until is not null;
create index ix_company_network_company_phone on company_network_company (phone_key) where phone_key is not null;

-- The beginnings of these words find a company; sort_name is repeated so that what is found comes in the order of the index.
create table company_network_company_word (
    company_id uniqueidentifier not null,
    word nvarchar(60) not null,
    sort_name nvarchar(200) not null,
    constraint pk_company_network_company_word primary key (company_id, word),
    constraint fk_company_network_company_word foreign key (company_id) references company_network_company (id) on delete cascade
);
create index ix_company_network_company_word on company_network_company_word (word, sort_name, company_id);

create table company_network_availability (
    id uniqueidentifier not null,
    company_id uniqueidentifier not null,
    places int not null,
    context nvarchar(20) not null,
    duties nvarchar(400) not null,
    weekly_hours int null,
    valid_from date not null,
    valid_to date null,
    trend nvarchar(10) not null,
    verified_on date not null,
    ended_at datetimeoffset(3) null,
    created_at datetimeoffset(3) not null,
    created_by uniqueidentifier not null,
    constraint pk_company_network_availability primary key (id),
    constraint fk_company_network_availability foreign key (company_id) references company_network_company (id) on delete cascade
);
create index ix_company_network_availability_company on company_network_availability (company_id, valid_from);

create table company_network_contact (
    id uniqueidentifier not null,
    company_id uniqueidentifier not null,
    channel nvarchar(10) not null,
    outcome nvarchar(20) not null,
    note nvarchar(4000) null,
    next_contact_on date null,
    contacted_at datetimeoffset(3) not null,
    contacted_by uniqueidentifier not null,
    contacted_by_name nvarchar(120) not null,
    constraint pk_company_network_contact primary key (id),
    constraint fk_company_network_contact foreign key (company_id) references company_network_company (id) on delete cascade
);
create index ix_company_network_contact_company on company_network_contact (company_id, contacted_at);

create table company_network_partner_body (
    id uniqueidentifier not null,
    version int not null,
    name nvarchar(200) not null,
    sort_name nvarchar(200) not null,
    kind nvarchar(30) not null,
    municipality nvarchar(6) null,
    email nvarchar(254) null,
    phone nvarchar(40) null,
    created_at datetimeoffset(3) not null,
    updated_at datetimeoffset(3) not null,
    constraint pk_company_network_partner_body primary key (id)
);
create index ix_company_network_partner_body_name on company_network_partner_body (sort_name, id);
create index ix_company_network_partner_body_kind on company_network_partner_body (kind, sort_name, id);
