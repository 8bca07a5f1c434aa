-- What a person of the service should know of, shown by the bell of every page. Holds no personal data of beneficiaries: the page behind the link does, for who may open it.
create table shared_notification (
    id uniqueidentifier not null,
    user_id uniqueidentifier not null,
    kind nvarchar(80) not null,
    subject nvarchar(200) null,
    link nvarchar(300) not null,
    created_at datetimeoffset(3) not null,
    read_at datetimeoffset(3) null,
    constraint pk_shared_notification primary key (id)
);
create index ix_shared_notification_user on shared_notification (user_id, created_at, id);
create index ix_shared_notification_unread on shared_notification (user_id, read_at);
create index ix_shared_notification_created on shared_notification (created_at);
