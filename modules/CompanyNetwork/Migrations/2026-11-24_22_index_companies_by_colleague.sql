-- The call list of one colleague: what they look after and is due by its day. All that they look after, by name, walks ix_company_network_company_keeper.
create index ix_company_network_company_mine_next on company_network_company (looked_after_by, next_contact_on, id) where looked_after_by is not null and next_contact_on is not null;
