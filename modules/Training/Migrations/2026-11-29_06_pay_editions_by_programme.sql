-- The programme that pays an edition, by id; the text beside it names who pays where it is no programme.
alter table training_course_edition add programme_id uniqueidentifier null;
create index ix_training_course_edition_programme on training_course_edition (programme_id, starts_on);
