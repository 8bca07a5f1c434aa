-- One activity of many people. Each case's diary has an entry of its own about it, so that nobody learns who else took part.
create table beneficiaries_group_activity (
    id uniqueidentifier not null,
    held_on date not null,
    held_at nvarchar(5) null,
    kind nvarchar(20) not null,
    content_cipher nvarchar(max) not null,
    created_by uniqueidentifier not null,
    created_at datetimeoffset(3) not null,
    constraint pk_beneficiaries_group_activity primary key (id)
);
create index ix_beneficiaries_group_activity_mine on beneficiaries_group_activity (created_by, held_on, id);

alter table beneficiaries_diary_entry add activity_id uniqueidentifier null;
alter table beneficiaries_diary_entry add present bit null;
create unique index uq_beneficiaries_diary_entry_activity on beneficiaries_diary_entry (activity_id, case_id) where activity_id is not null;
