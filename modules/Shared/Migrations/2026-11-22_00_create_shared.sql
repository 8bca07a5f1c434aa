-- Who read or changed which record, when and why. Append-only: the platform never updates or deletes a line within its retention.
create table shared_audit_entry (
    id uniqueidentifier not null,
    at datetimeoffset(3) not null,
    actor_id uniqueidentifier not null,
    actor_kind nvarchar(20) not null,
    request nvarchar(120) not null,
    kind nvarchar(20) not null,
    record nvarchar(60) null,
    record_id uniqueidentifier null,
    purpose nvarchar(200) null,
    constraint pk_shared_audit_entry primary key (id)
);
create index ix_shared_audit_entry_record on shared_audit_entry (record_id, at);
create index ix_shared_audit_entry_actor on shared_audit_entry (actor_id, at);

-- The answer to a POST that carried an Idempotency-Key, so that its repetition does nothing and answers the same.
create table shared_idempotency_key (
    actor_id uniqueidentifier not null,
    idempotency_key nvarchar(200) not null,
    request nvarchar(120) not null,
    request_hash nvarchar(64) not null,
    response nvarchar(max) null,
    created_at datetimeoffset(3) not null,
    constraint pk_shared_idempotency_key primary key (actor_id, idempotency_key)
);
create index ix_shared_idempotency_key_created on shared_idempotency_key (created_at);

-- One line for each occurrence of a scheduled job: its unique key decides which node runs it.
create table shared_job_run (
    job nvarchar(100) not null,
    due_at datetimeoffset(3) not null,
    node nvarchar(100) not null,
    lease_until datetimeoffset(3) not null,
    started_at datetimeoffset(3) not null,
    ended_at datetimeoffset(3) null,
    outcome nvarchar(20) not null,
    detail nvarchar(400) null,
    constraint pk_shared_job_run primary key (job, due_at)
);

-- Mail that a command decided to send: written in its transaction, delivered afterwards by a job.
create table shared_outbox_mail (
    id uniqueidentifier not null,
    mail nvarchar(max) not null,
    created_at datetimeoffset(3) not null,
    state nvarchar(20) not null,
    attempts int not null,
    next_attempt_at datetimeoffset(3) not null,
    lease_until datetimeoffset(3) null,
    sent_at datetimeoffset(3) null,
    failure nvarchar(200) null,
    constraint pk_shared_outbox_mail primary key (id)
);
create index ix_shared_outbox_mail_due on shared_outbox_mail (state, next_attempt_at);
