-- Whom a tutor follows at the same time is told by the index alone: of the many that ended, no row is looked at.
drop index ix_internships_internship_tutor on internships_internship;
create index ix_internships_internship_tutor on internships_internship (promoter_tutor_id, state, ends_on, starts_on, ended_on, id);
