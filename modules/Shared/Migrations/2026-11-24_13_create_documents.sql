-- Files that people hand in. The content lies encrypted in a folder, under the id; here is what it is. The name is encrypted too: people put names of people into it.
create table shared_document (
    id uniqueidentifier not null,
    name_cipher nvarchar(max) not null,
    content_type nvarchar(120) not null,
    bytes int not null,
    sha256 nvarchar(64) not null,
    kept_at datetimeoffset(3) not null,
    kept_by uniqueidentifier not null,
    forgotten_at datetimeoffset(3) null,
    constraint pk_shared_document primary key (id)
);
create index ix_shared_document_forgotten on shared_document (forgotten_at) where forgotten_at is not null;
