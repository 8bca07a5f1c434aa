-- A campaign is a filter turned into rows once, so that the list stays the same for all who share it.
create table company_network_campaign (
    id uniqueidentifier not null,
    version int not null,
    name nvarchar(120) not null,
    goal nvarchar(1000) null,
    filter nvarchar(1000) null,
    companies int not null,
    created_at datetimeoffset(3) not null,
    created_by uniqueidentifier not null,
    created_by_name nvarchar(120) not null,
    closed_at datetimeoffset(3) null,
    closed_by_name nvarchar(120) null,
    constraint pk_company_network_campaign primary key (id)
);
create index ix_company_network_campaign_created on company_network_campaign (created_at, id);
create index ix_company_network_campaign_open on company_network_campaign (created_at, id) where closed_at is null;

-- held_by and held_until are the turn of whoever opened the company: for these minutes it is nobody else's.
create table company_network_campaign_company (
    campaign_id uniqueidentifier not null,
    company_id uniqueidentifier not null,
    sort_name nvarchar(200) not null,
    held_by uniqueidentifier null,
    held_by_name nvarchar(120) null,
    held_until datetimeoffset(3) null,
    done_at datetimeoffset(3) null,
    done_by uniqueidentifier null,
    done_by_name nvarchar(120) null,
    contact_id uniqueidentifier null,
    outcome nvarchar(20) null,
    constraint pk_company_network_campaign_company primary key (campaign_id, company_id),
    constraint fk_company_network_campaign_company_campaign foreign key (campaign_id) references company_network_campaign (id) on delete cascade,
    constraint fk_company_network_campaign_company_company foreign key (company_id) references company_network_company (id) on delete cascade
);
create index ix_company_network_campaign_company_open on company_network_campaign_company (campaign_id, sort_name, company_id) where done_at is null;
create index ix_company_network_campaign_company_done on company_network_campaign_company (campaign_id, done_at, company_id) where done_at is not null;
create index ix_company_network_campaign_company_held on company_network_campaign_company (campaign_id, held_by) where held_by is not null;
create index ix_company_network_campaign_company_company on company_network_campaign_company (company_id);

-- How many calls of each operator ended how: progress is a handful of rows, however long the list.
create table company_network_campaign_tally (
    campaign_id uniqueidentifier not null,
    operator_id uniqueidentifier not null,
    outcome nvarchar(20) not null,
    operator_name nvarchar(120) not null,
    calls int not null,
    constraint pk_company_network_campaign_tally primary key (campaign_id, operator_id, outcome),
    constraint fk_company_network_campaign_tally foreign key (campaign_id) references company_network_campaign (id) on delete cascade
);
