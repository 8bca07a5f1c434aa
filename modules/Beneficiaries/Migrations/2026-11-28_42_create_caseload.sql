-- What is due next on a case and since when nobody has heard of the person, reckoned from the facts in the transaction that changes them (ADR 36): lists of many
-- cases are ordered and filtered by it. 9999-12-31 means that nothing is due, 0001-01-01 that there was no contact yet; version 0 was never reckoned.
alter table beneficiaries_case add next_step nvarchar(30) null;
alter table beneficiaries_case add next_step_on date not null constraint df_beneficiaries_case_next_step_on default '9999-12-31';
alter table beneficiaries_case add last_contact_on date not null constraint df_beneficiaries_case_last_contact_on default '0001-01-01';
alter table beneficiaries_case add has_plan bit not null constraint df_beneficiaries_case_has_plan default 0;
alter table beneficiaries_case add course_until date null;
alter table beneficiaries_case add steps_version int not null constraint df_beneficiaries_case_steps_version default 0;
create index ix_beneficiaries_case_next_step on beneficiaries_case (next_step_on, id) where closed_on is null;
create index ix_beneficiaries_case_last_contact on beneficiaries_case (last_contact_on, id) where closed_on is null;
create index ix_beneficiaries_case_steps_version on beneficiaries_case (steps_version);

-- The keyed hash of an attestation's category: equal ones are found by it, as equal referring bodies are.
alter table beneficiaries_attestation add category_hash nvarchar(64) null;
create index ix_beneficiaries_attestation_category on beneficiaries_attestation (category_hash, beneficiary_id);
