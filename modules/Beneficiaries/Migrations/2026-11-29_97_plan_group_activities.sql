-- A group activity planned ahead. Each person expected has an appointment of their own, which names nobody else; title and place are encrypted.
create table beneficiaries_planned_activity (
    id uniqueidentifier not null,
    version int not null,
    state nvarchar(20) not null,
    kind nvarchar(20) not null,
    starts_at datetimeoffset(3) not null,
    ends_at datetimeoffset(3) not null,
    content_cipher nvarchar(max) not null,
    activity_id uniqueidentifier null,
    created_by uniqueidentifier not null,
    created_at datetimeoffset(3) not null,
    constraint pk_beneficiaries_planned_activity primary key (id),
    constraint fk_beneficiaries_planned_activity_activity foreign key (activity_id) references beneficiaries_group_activity (id)
);
create index ix_beneficiaries_planned_activity_mine on beneficiaries_planned_activity (created_by, state, starts_at, id);

alter table beneficiaries_appointment add planned_activity_id uniqueidentifier null;
create index ix_beneficiaries_appointment_planned_activity on beneficiaries_appointment (planned_activity_id) where planned_activity_id is not null;
