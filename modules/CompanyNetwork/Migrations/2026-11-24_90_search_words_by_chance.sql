-- The words that find a company, in an order that has nothing to do with what companies are called: two words of a name are met together after a few steps however
-- large the bank is. spread is the random end of the company's id; signature tells which beginnings of words the company has (-1: not known, ask).
create table company_network_search_word (
    company_id uniqueidentifier not null,
    word nvarchar(60) not null,
    spread nvarchar(8) not null,
    signature bigint not null,
    constraint pk_company_network_search_word primary key (company_id, word),
    constraint fk_company_network_search_word foreign key (company_id) references company_network_company (id) on delete cascade
);
insert into company_network_search_word (company_id, word, spread, signature)
select company_id, word, substring(cast(company_id as nvarchar(36)), 29, 8), -1
from   company_network_company_word;
create index ix_company_network_search_word on company_network_search_word (word, spread, company_id, signature);
drop table company_network_company_word;
