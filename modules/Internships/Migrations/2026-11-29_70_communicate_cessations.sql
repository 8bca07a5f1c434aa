-- The mandatory communication of an end before the day that was communicated: by when it is due, and its receipt. Null where none is due; of internships that ended before this, nothing is asked.
alter table internships_internship add cessation_due_on date null;
alter table internships_internship add cessation_protocol nvarchar(60) null;
alter table internships_internship add cessation_sent_on date null;
create index ix_internships_internship_cessation on internships_internship (ends_on, id) where cessation_due_on is not null and cessation_protocol is null;
create index ix_internships_extension_to_communicate on internships_extension (internship_id, ends_before) where communication_protocol is null;
