-- Who follows the case for the public service in charge, and whether the person worked for the host before.
alter table internships_internship add case_manager nvarchar(160) null;
alter table internships_internship add host_work nvarchar(20) null;
alter table internships_internship add host_work_ended_on date null;
-- In which regions this matters is a figure like the others. L.R. Puglia 26/2023: no work relation with the host in the last 24 months (for social inclusion to be verified).
-- DGR Toscana 620/2020 and decree 17624/2020: an internship of social inclusion names a case manager of the body in charge.
alter table internships_rule_set add work_relation_months int null;
alter table internships_rule_set add case_manager_required bit null;
update internships_rule_set set work_relation_months = 24 where region = 'Puglia';
update internships_rule_set set to_verify = concat(to_verify, ' workRelationMonths') where region = 'Puglia' and kind = 'socialInclusion';
update internships_rule_set set case_manager_required = 1 where region = 'Toscana' and kind = 'socialInclusion';
