-- Programmes that pay for what the service does: who leads them and with whom, when, with how much money, for whom and for what.
create table beneficiaries_programme (
    id uniqueidentifier not null,
    version int not null,
    name nvarchar(200) not null,
    sort_name nvarchar(200) not null,
    kind nvarchar(20) not null,
    reference nvarchar(60) null,
    lead_body_id uniqueidentifier not null,
    starts_on date not null,
    ends_on date not null,
    -- From the year of the managing authority's last payment its papers are kept for five years (Reg. EU 2021/1060 art. 82).
    last_payment_on date null,
    notes nvarchar(2000) null,
    created_at datetimeoffset(3) not null,
    created_by uniqueidentifier not null,
    changed_at datetimeoffset(3) not null,
    constraint pk_beneficiaries_programme primary key (id),
    constraint uq_beneficiaries_programme_name unique (sort_name),
    constraint ck_beneficiaries_programme_dates check (ends_on >= starts_on)
);
create table beneficiaries_programme_body (
    programme_id uniqueidentifier not null,
    body_id uniqueidentifier not null,
    constraint pk_beneficiaries_programme_body primary key (programme_id, body_id),
    constraint fk_beneficiaries_programme_body foreign key (programme_id) references beneficiaries_programme (id) on delete cascade
);
create table beneficiaries_programme_line (
    programme_id uniqueidentifier not null,
    place int not null,
    kind nvarchar(20) not null,
    title nvarchar(200) not null,
    cents bigint not null,
    constraint pk_beneficiaries_programme_line primary key (programme_id, place),
    constraint fk_beneficiaries_programme_line foreign key (programme_id) references beneficiaries_programme (id) on delete cascade,
    constraint ck_beneficiaries_programme_line check (cents >= 0)
);
create table beneficiaries_programme_category (
    programme_id uniqueidentifier not null,
    category nvarchar(60) not null,
    constraint pk_beneficiaries_programme_category primary key (programme_id, category),
    constraint fk_beneficiaries_programme_category foreign key (programme_id) references beneficiaries_programme (id) on delete cascade
);
create table beneficiaries_programme_target (
    programme_id uniqueidentifier not null,
    place int not null,
    title nvarchar(200) not null,
    goal int not null,
    constraint pk_beneficiaries_programme_target primary key (programme_id, place),
    constraint fk_beneficiaries_programme_target foreign key (programme_id) references beneficiaries_programme (id) on delete cascade,
    constraint ck_beneficiaries_programme_target check (goal > 0)
);
