-- What a list or search showed: the ids of the page in the line of the access log, so that the line is written once. By record it is spread beside it by a job.
alter table shared_audit_entry add shown nvarchar(max) null;

create table shared_audit_shown (
    entry_id uniqueidentifier not null,
    record_id uniqueidentifier not null,
    at datetimeoffset(3) not null,
    constraint pk_shared_audit_shown primary key (entry_id, record_id),
    constraint fk_shared_audit_shown_entry foreign key (entry_id) references shared_audit_entry (id) on delete cascade
);
create index ix_shared_audit_shown_record on shared_audit_shown (record_id, at);
create index ix_shared_audit_shown_at on shared_audit_shown (at);
