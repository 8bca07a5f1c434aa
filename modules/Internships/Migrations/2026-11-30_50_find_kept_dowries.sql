-- The dowries that wait for their end are found without reading every month that was ever paid.
create index ix_internships_allowance_item_kept on internships_allowance_item (internship_id, month, kept_cents) where kept_cents <> 0;
