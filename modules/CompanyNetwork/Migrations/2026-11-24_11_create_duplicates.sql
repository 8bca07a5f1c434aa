-- By what two companies may be the same: each of their numbers and names as a row, so that likenesses are sought by key and never by comparing the whole bank.
create table company_network_company_key (
    company_id uniqueidentifier not null,
    kind nvarchar(10) not null,
    key_value nvarchar(254) not null,
    constraint pk_company_network_company_key primary key (company_id, kind, key_value),
    constraint fk_company_network_company_key foreign key (company_id) references company_network_company (id) on delete cascade
);
create index ix_company_network_company_key on company_network_company_key (kind, key_value, company_id);

-- Pairs of companies that are alike, kept up at each writing. A pair once told apart stays here, so that nobody is asked twice.
create table company_network_duplicate (
    first_id uniqueidentifier not null,
    second_id uniqueidentifier not null,
    weight int not null,
    dismissed_at datetimeoffset(3) null,
    dismissed_by uniqueidentifier null,
    dismissed_by_name nvarchar(120) null,
    constraint pk_company_network_duplicate primary key (first_id, second_id)
);
create index ix_company_network_duplicate_open on company_network_duplicate (weight, first_id, second_id) where dismissed_at is null;
create index ix_company_network_duplicate_second on company_network_duplicate (second_id);

-- Two companies that became one, with what they were before: enough to undo it.
create table company_network_merge (
    id uniqueidentifier not null,
    survivor_id uniqueidentifier not null,
    merged_id uniqueidentifier not null,
    merged_name nvarchar(200) not null,
    survivor_before nvarchar(max) not null,
    survivor_after nvarchar(max) not null,
    merged_before nvarchar(max) not null,
    merged_at datetimeoffset(3) not null,
    merged_by uniqueidentifier not null,
    merged_by_name nvarchar(120) not null,
    undone_at datetimeoffset(3) null,
    undone_by_name nvarchar(120) null,
    constraint pk_company_network_merge primary key (id)
);
create index ix_company_network_merge_survivor on company_network_merge (survivor_id, merged_at);
create index ix_company_network_merge_merged on company_network_merge (merged_id);

-- Exactly the rows that a merge moved.
create table company_network_merge_move (
    merge_id uniqueidentifier not null,
    kind nvarchar(30) not null,
    row_id uniqueidentifier not null,
    constraint pk_company_network_merge_move primary key (merge_id, kind, row_id),
    constraint fk_company_network_merge_move foreign key (merge_id) references company_network_merge (id) on delete cascade
);

insert into company_network_company_key (company_id, kind, key_value)
select id, 'vat', vat_number from company_network_company where vat_number is not null;

insert into company_network_company_key (company_id, kind, key_value)
select id, 'vat', tax_code from company_network_company where tax_code is not null and (vat_number is null or tax_code <> vat_number);

insert into company_network_company_key (company_id, kind, key_value)
select id, 'name', concat(municipality, ' ', sort_name) from company_network_company where municipality is not null;

insert into company_network_company_key (company_id, kind, key_value)
select id, 'phone', phone_key from company_network_company where phone_key is not null;

insert into company_network_company_key (company_id, kind, key_value)
select id, 'mail', email from company_network_company where email is not null;

insert into company_network_duplicate (first_id, second_id, weight, dismissed_at, dismissed_by, dismissed_by_name)
select a.company_id, b.company_id, min(case a.kind when 'vat' then 1 when 'name' then 2 when 'phone' then 3 else 4 end), null, null, null
from   company_network_company_key a
       join company_network_company_key b on b.kind = a.kind and b.key_value = a.key_value and b.company_id > a.company_id
where  (select count(*) from company_network_company_key c where c.kind = a.kind and c.key_value = a.key_value) <= 10
group by a.company_id, b.company_id;
