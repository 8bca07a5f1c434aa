-- Who follows the case for the public service may change on the way as tutors do. What was amended before leaves it as it stands.
alter table internships_amendment add case_manager_before nvarchar(160) null;
alter table internships_amendment add case_manager nvarchar(160) null;
update internships_amendment
set    case_manager_before = (select i.case_manager from internships_internship i where i.id = internships_amendment.internship_id),
       case_manager = (select i.case_manager from internships_internship i where i.id = internships_amendment.internship_id);
