create table shared_audit_seal (
    number int not null,
    from_at datetimeoffset(3) not null,
    until_at datetimeoffset(3) not null,
    entries int not null,
    digest nvarchar(64) not null,
    sealed_at datetimeoffset(3) not null,
    constraint pk_shared_audit_seal primary key (number)
);
