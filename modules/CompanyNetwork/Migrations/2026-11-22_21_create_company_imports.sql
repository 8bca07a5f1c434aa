-- A spreadsheet on its way into the bank: what was uploaded and what its owner decided. The states of its rows are worked out anew at each look, because the bank changes meanwhile.
create table company_network_import (
    id uniqueidentifier not null,
    version int not null,
    owner_id uniqueidentifier not null,
    owner_name nvarchar(120) not null,
    file_name nvarchar(200) not null,
    sheet_name nvarchar(200) not null,
    headers nvarchar(max) not null,
    choices nvarchar(max) not null,
    row_count int not null,
    created_at datetimeoffset(3) not null,
    expires_at datetimeoffset(3) not null,
    confirmed_at datetimeoffset(3) null,
    result nvarchar(max) null,
    constraint pk_company_network_import primary key (id)
);
create index ix_company_network_import_owner on company_network_import (owner_id, created_at);
create index ix_company_network_import_expires on company_network_import (expires_at);

create table company_network_import_row (
    import_id uniqueidentifier not null,
    row_number int not null,
    cells nvarchar(max) not null,
    corrections nvarchar(max) null,
    skipped bit not null,
    constraint pk_company_network_import_row primary key (import_id, row_number),
    constraint fk_company_network_import_row foreign key (import_id) references company_network_import (id) on delete cascade
);
