-- From which month on each scheme calls unemployment long, since a day, with the act that says so. What was declared is never rewritten: another on the same day takes its place, and both stay.
create table beneficiaries_unemployment_term (
    id uniqueidentifier not null,
    scheme nvarchar(20) not null,
    valid_from date not null,
    months int not null,
    young_under int not null,
    young_months int not null,
    source nvarchar(500) not null,
    to_verify bit not null,
    declared_at datetimeoffset(3) not null,
    declared_by uniqueidentifier not null,
    constraint pk_beneficiaries_unemployment_term primary key (id)
);
create index ix_beneficiaries_unemployment_term_from on beneficiaries_unemployment_term (scheme, valid_from, declared_at);
insert into beneficiaries_unemployment_term (id, scheme, valid_from, months, young_under, young_months, source, to_verify, declared_at, declared_by)
values ('019AC000-0000-7000-8000-0000000C0001', 'gol', '2021-12-28', 6, 0, 0, 'Programma GOL, D.M. 5-11-2021; dal D.M. 30-3-2024 solo informativo', 0, '2026-11-29 00:00:00+00:00', '00000000-0000-0000-0000-000000000000');
insert into beneficiaries_unemployment_term (id, scheme, valid_from, months, young_under, young_months, source, to_verify, declared_at, declared_by)
values ('019AC000-0000-7000-8000-0000000C0002', 'fsePlus', '2021-07-01', 12, 25, 6, 'Reg. (UE) 2021/1057, all. I, EECO03', 1, '2026-11-29 00:00:00+00:00', '00000000-0000-0000-0000-000000000000');
