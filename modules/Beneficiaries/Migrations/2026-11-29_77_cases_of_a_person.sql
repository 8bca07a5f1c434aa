-- Whether another equipe followed the person since is asked for each membership of whoever reads a list: the index answers it without the rows.
drop index ix_beneficiaries_case_person on beneficiaries_case;
create index ix_beneficiaries_case_person on beneficiaries_case (beneficiary_id, opened_on, id, closed_on, opened_at);
