-- A digest of all that a list was reckoned from: while it is the same, the list is still what it would be. Lists of before have none and are reckoned again when they are approved.
alter table internships_allowance_run add basis nvarchar(64) null;

-- Whether a register is on a list, and with how much, is read from the index alone.
drop index ix_internships_allowance_item_month on internships_allowance_item;
create index ix_internships_allowance_item_listed on internships_allowance_item (internship_id, month, kind, register_version, run_id, cents, kept_cents);
