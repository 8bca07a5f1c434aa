-- Where the intern is sent the link to sign the month; under the person's own key, and only while somebody keeps it here.
create table internships_intern_contact (
    internship_id uniqueidentifier not null,
    email_cipher nvarchar(max) not null,
    at datetimeoffset(3) not null,
    by_id uniqueidentifier not null,
    constraint pk_internships_intern_contact primary key (internship_id),
    constraint fk_internships_intern_contact foreign key (internship_id) references internships_internship (id) on delete cascade
);
-- The name with which the intern signed on their page.
alter table internships_attendance_month add intern_name_cipher nvarchar(max) null;
