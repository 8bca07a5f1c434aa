-- Companies are found by phone and by the people one speaks with too. Those written before are completed some at a time by a job: their names have accents, which only the program folds.
alter table company_network_company add words_version int null;
create index ix_company_network_company_words on company_network_company (id) where words_version is null;
