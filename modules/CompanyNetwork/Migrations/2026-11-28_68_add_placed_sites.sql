-- The sites of a municipality that have coordinates of their own, for the map: few among many.
create index ix_company_network_site_placed on company_network_site (municipality) where latitude is not null;
