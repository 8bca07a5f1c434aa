-- Which internship or place in a course fulfils the action, where the équipe says so: then its progress follows that one and no other action does.
alter table beneficiaries_plan_step add fact_id uniqueidentifier null;
create unique index uq_beneficiaries_plan_step_fact on beneficiaries_plan_step (case_id, fact_id) where fact_id is not null;
