-- Whether somebody belongs to the team of one case is one look-up: without the user in the index, all the cases of a busy operator were walked for each.
drop index ix_beneficiaries_case_member_case on beneficiaries_case_member;
create index ix_beneficiaries_case_member_case on beneficiaries_case_member (case_id, user_id, from_on, to_on);
