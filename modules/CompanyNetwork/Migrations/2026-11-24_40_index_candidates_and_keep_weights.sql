-- Candidates of a match are found by these two, in their order: what is available now, then the wished sectors.
create index ix_company_network_company_candidate on company_network_company (municipality, available_until, sector, id) where available_until is not null;
create index ix_company_network_company_place_sector on company_network_company (municipality, sector, id);

-- How much each reason counts, and the service's list of skills. One row: the administrator changes it as a whole.
create table company_network_matching (
    id int not null,
    version int not null,
    availability int not null,
    sector int not null,
    distance int not null,
    skills int not null,
    hours int not null,
    times int not null,
    context int not null,
    results int not null,
    quota int not null,
    skill_list nvarchar(max) not null,
    changed_at datetimeoffset(3) null,
    changed_by_name nvarchar(120) null,
    constraint pk_company_network_matching primary key (id)
);
insert into company_network_matching (id, version, availability, sector, distance, skills, hours, times, context, results, quota, skill_list)
values (1, 1, 20, 20, 15, 10, 5, 10, 10, 5, 5,
'aiuto in cucina
assistenza alla clientela
cassa
confezionamento
cucina
cucito
cura di anziani
cura di animali
edilizia
falegnameria
giardinaggio
guida di mezzi
idraulica
impianti elettrici
informatica di base
lavoro d''ufficio
logistica e magazzino
meccanica
orticoltura
panificazione e pasticceria
pittura e imbiancatura
pulizie
ricamo e stireria
saldatura
servizio ai tavoli
uso del carrello elevatore
vendita');
