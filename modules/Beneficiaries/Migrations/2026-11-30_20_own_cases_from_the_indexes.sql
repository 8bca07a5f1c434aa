-- Of one's own cases, which are due first is read from two indexes alone: for each of some hundreds, the whole row was fetched to look at a day.
drop index ix_beneficiaries_case_member_user on beneficiaries_case_member;
create index ix_beneficiaries_case_member_user on beneficiaries_case_member (user_id, beneficiary_id, from_on, to_on, case_id);
create index ix_beneficiaries_case_due on beneficiaries_case (id, closed_on, next_step_on, opened_on);
