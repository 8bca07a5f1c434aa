-- A list's filters under a name. The query holds codes, days and ids only: what somebody typed never gets here.
create table shared_saved_view (
    id uniqueidentifier not null,
    version int not null,
    owner_id uniqueidentifier not null,
    owner_name nvarchar(120) not null,
    list_key nvarchar(40) not null,
    name nvarchar(60) not null,
    query nvarchar(1000) not null,
    shared bit not null,
    created_at datetimeoffset(3) not null,
    updated_at datetimeoffset(3) not null,
    constraint pk_shared_saved_view primary key (id)
);
create unique index ux_shared_saved_view_name on shared_saved_view (owner_id, list_key, name);
create index ix_shared_saved_view_shared on shared_saved_view (list_key, name) where shared = 1;
