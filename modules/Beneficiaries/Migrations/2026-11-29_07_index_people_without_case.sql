-- Who was registered and never taken on is kept for a shorter time: they are few, and found by their day.
create index ix_beneficiaries_person_without_case on beneficiaries_person (registered_at, id) where has_case = 0;
