-- Events of the network, the bodies invited and who came.
create table company_network_event (
    id uniqueidentifier not null,
    version int not null,
    title nvarchar(200) not null,
    sort_title nvarchar(200) not null,
    held_on date not null,
    starts_at nvarchar(5) not null,
    ends_at nvarchar(5) null,
    place nvarchar(300) not null,
    description nvarchar(4000) null,
    participants int null,
    cancelled_at datetimeoffset(3) null,
    created_at datetimeoffset(3) not null,
    updated_at datetimeoffset(3) not null,
    constraint pk_company_network_event primary key (id)
);
create index ix_company_network_event_day on company_network_event (held_on, id);

create table company_network_event_invitation (
    event_id uniqueidentifier not null,
    body_id uniqueidentifier not null,
    state nvarchar(20) not null,
    constraint pk_company_network_event_invitation primary key (event_id, body_id),
    constraint fk_company_network_event_invitation_event foreign key (event_id) references company_network_event (id) on delete cascade,
    constraint fk_company_network_event_invitation_body foreign key (body_id) references company_network_partner_body (id)
);
create index ix_company_network_event_invitation_body on company_network_event_invitation (body_id, event_id);
