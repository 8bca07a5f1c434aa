-- The company's file. The columns of the company's own row stay the mirror of its main site and of its first contact person, so that lists, calls and imports need not look further.
alter table company_network_company add trade_name nvarchar(200) null;
alter table company_network_company add legal_form nvarchar(30) null;
alter table company_network_company add solidarity_network bit null;
alter table company_network_company add looked_after_by uniqueidentifier null;
alter table company_network_company add consent_notes nvarchar(2000) null;
alter table company_network_company add obligation_staff int null;
alter table company_network_company add targeted_placement nvarchar(20) null;
alter table company_network_company add article14_convention nvarchar(120) null;
alter table company_network_company add article14_until date null;
alter table company_network_company add merged_into uniqueidentifier null;

create table company_network_site (
    id uniqueidentifier not null,
    company_id uniqueidentifier not null,
    name nvarchar(120) null,
    address nvarchar(200) null,
    cap nvarchar(5) null,
    municipality nvarchar(6) null,
    latitude decimal(9,6) null,
    longitude decimal(9,6) null,
    permanent_staff int null,
    is_main bit not null,
    constraint pk_company_network_site primary key (id),
    constraint fk_company_network_site foreign key (company_id) references company_network_company (id) on delete cascade
);
create index ix_company_network_site_company on company_network_site (company_id);
create unique index ux_company_network_site_main on company_network_site (company_id) where is_main = 1;

create table company_network_person (
    id uniqueidentifier not null,
    company_id uniqueidentifier not null,
    name nvarchar(120) null,
    role nvarchar(120) null,
    phone nvarchar(40) null,
    other_phone nvarchar(40) null,
    email nvarchar(254) null,
    preferred_channel nvarchar(10) null,
    preferred_hours nvarchar(200) null,
    do_not_call bit not null,
    is_first bit not null,
    constraint pk_company_network_person primary key (id),
    constraint fk_company_network_person foreign key (company_id) references company_network_company (id) on delete cascade
);
create index ix_company_network_person_company on company_network_person (company_id);
create unique index ux_company_network_person_first on company_network_person (company_id) where is_first = 1;

create table company_network_tag (
    company_id uniqueidentifier not null,
    tag_key nvarchar(40) not null,
    tag nvarchar(40) not null,
    constraint pk_company_network_tag primary key (company_id, tag_key),
    constraint fk_company_network_tag foreign key (company_id) references company_network_company (id) on delete cascade
);
create index ix_company_network_tag on company_network_tag (tag_key, company_id);

-- Who changed what, from what to what. Append-only.
create table company_network_change (
    id uniqueidentifier not null,
    company_id uniqueidentifier not null,
    what nvarchar(20) not null,
    field nvarchar(40) null,
    value_before nvarchar(max) null,
    value_after nvarchar(max) null,
    changed_at datetimeoffset(3) not null,
    changed_by uniqueidentifier not null,
    changed_by_name nvarchar(120) not null,
    constraint pk_company_network_change primary key (id),
    constraint fk_company_network_change foreign key (company_id) references company_network_company (id) on delete cascade
);
create index ix_company_network_change_company on company_network_change (company_id, changed_at);

-- What the rows had so far becomes the main site and the first contact person; their ids are the company's, because an id cannot be made alike on both engines.
insert into company_network_site (id, company_id, name, address, cap, municipality, latitude, longitude, permanent_staff, is_main)
select id, id, null, address, cap, municipality, null, null, permanent_staff, 1
from   company_network_company;

insert into company_network_person (id, company_id, name, role, phone, other_phone, email, preferred_channel, preferred_hours, do_not_call, is_first)
select id, id, contact_name, contact_role, contact_phone, null, contact_email, null, contact_hours, do_not_call, 1
from   company_network_company
where  contact_name is not null or contact_role is not null or contact_phone is not null or contact_email is not null or contact_hours is not null or do_not_call = 1;
