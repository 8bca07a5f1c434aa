-- A known text under the keys of the first start: another folder of keys, as after a backup was brought back without its own, is told before anything is written with it.
create table shared_key_check (
    id int not null,
    sealed_text nvarchar(1000) not null,
    search_hash nvarchar(64) not null,
    made_at datetimeoffset(3) not null,
    constraint pk_shared_key_check primary key (id),
    constraint ck_shared_key_check_one check (id = 1)
);
