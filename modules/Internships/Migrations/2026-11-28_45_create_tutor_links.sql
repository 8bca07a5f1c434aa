-- The address of the host's tutor. It belongs to the tutor who is named: with another tutor it counts no more.
create table internships_tutor_contact (
    internship_id uniqueidentifier not null,
    tutor nvarchar(120) not null,
    email_cipher nvarchar(max) not null,
    at datetimeoffset(3) not null,
    by_id uniqueidentifier not null,
    constraint pk_internships_tutor_contact primary key (internship_id),
    constraint fk_internships_tutor_contact foreign key (internship_id) references internships_internship (id) on delete cascade
);
-- A personal link of the host's tutor for one task: a month's register, an evaluation, the question about a hiring. Only a digest of its code is kept; without it the link counts no more.
create table internships_tutor_link (
    id uniqueidentifier not null,
    internship_id uniqueidentifier not null,
    task nvarchar(20) not null,
    subject nvarchar(20) not null,
    tutor nvarchar(120) not null,
    code_hash nvarchar(64) null,
    shown_cipher nvarchar(max) not null,
    first_sent_at datetimeoffset(3) not null,
    last_sent_at datetimeoffset(3) not null,
    sent int not null,
    expires_at datetimeoffset(3) not null,
    used_at datetimeoffset(3) null,
    revoked_at datetimeoffset(3) null,
    constraint pk_internships_tutor_link primary key (id),
    constraint uq_internships_tutor_link unique (internship_id, task, subject),
    constraint fk_internships_tutor_link foreign key (internship_id) references internships_internship (id) on delete cascade
);
create unique index ux_internships_tutor_link_code on internships_tutor_link (code_hash) where code_hash is not null;
-- The steps of reminders that were sent: each once, however often and on however many machines the job runs.
create table internships_tutor_reminder (
    internship_id uniqueidentifier not null,
    task nvarchar(20) not null,
    subject nvarchar(20) not null,
    step int not null,
    at datetimeoffset(3) not null,
    constraint pk_internships_tutor_reminder primary key (internship_id, task, subject, step),
    constraint fk_internships_tutor_reminder foreign key (internship_id) references internships_internship (id) on delete cascade
);
-- Who wrote last: the service or the host's tutor. Null is the service, before tutors could. The name is what the tutor signed with.
alter table internships_attendance_month add written_by nvarchar(20) null;
alter table internships_attendance_month add tutor_name_cipher nvarchar(max) null;
