-- The list by who looks after a company, and of the few that are in the solidarity network or owe a place of L. 68/99: each is walked in the list's own order.
create index ix_company_network_company_keeper on company_network_company (looked_after_by, sort_name, id) where looked_after_by is not null;
create index ix_company_network_company_solidarity on company_network_company (sort_name, id) where solidarity_network = 1;
create index ix_company_network_company_quota on company_network_company (sort_name, id) where targeted_placement = 'notCovered';
