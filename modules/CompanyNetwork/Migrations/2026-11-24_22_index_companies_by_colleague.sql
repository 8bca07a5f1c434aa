-- The call list of one colleague: all that they look after by name, and what of it is due by its day.
create index ix_company_network_company_mine on company_network_company (looked_after_by, sort_name, id) where looked_after_by is not null and archived_at is null and do_not_call = 0;
create index ix_company_network_company_mine_next on company_network_company (looked_after_by, next_contact_on, id) where looked_after_by is not null and next_contact_on is not null;
