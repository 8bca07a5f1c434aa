-- The hours of the project by weekday as one text, such as '1 09:00-13:00;2 14:00-18:00' (1 is Monday): they are read and written whole, never searched.
alter table internships_internship add week_hours nvarchar(400) null;
alter table internships_internship add safety_risk nvarchar(20) null;
alter table internships_internship add safety_general_hours int null;
alter table internships_internship add safety_specific_hours int null;
alter table internships_internship add safety_on date null;
alter table internships_internship add safety_by nvarchar(160) null;
alter table internships_amendment add week_hours_before nvarchar(400) null;
alter table internships_amendment add week_hours nvarchar(400) null;
-- A project that is still being written: anything may be missing, so it is no internship yet. Only who writes it reads it.
create table internships_draft (
    id uniqueidentifier not null,
    owner_id uniqueidentifier not null,
    case_id uniqueidentifier null,
    beneficiary_id uniqueidentifier null,
    company_id uniqueidentifier null,
    content_cipher nvarchar(max) not null,
    begun_at datetimeoffset(3) not null,
    saved_at datetimeoffset(3) not null,
    version int not null,
    constraint pk_internships_draft primary key (id)
);
create index ix_internships_draft_owner on internships_draft (owner_id, saved_at);
create index ix_internships_draft_person on internships_draft (beneficiary_id);
