-- Decisions written by mistake and removed before the minutes were approved: what was written, by whom it was removed and why stay with the meeting.
create table company_network_removed_decision (
    id uniqueidentifier not null,
    meeting_id uniqueidentifier not null,
    decided nvarchar(1000) not null,
    reason nvarchar(1000) not null,
    removed_at datetimeoffset(3) not null,
    removed_by_name nvarchar(120) not null,
    constraint pk_company_network_removed_decision primary key (id),
    constraint fk_company_network_removed_decision foreign key (meeting_id) references company_network_meeting (id) on delete cascade
);
create index ix_company_network_removed_decision_meeting on company_network_removed_decision (meeting_id, removed_at, id);
