-- The rights of a person are exercised case by case: their referrals are found without reading those of everybody.
create index ix_company_network_referral_case on company_network_referral (case_id) where case_id is not null;

-- Matching names a few archived companies of the places near by: without it every company of those places would be read to find that none is archived.
create index ix_company_network_company_archived_place on company_network_company (municipality, sort_name, id) where archived_at is not null;
