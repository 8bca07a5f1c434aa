-- The register of one month: who signed it and how. Its days are rows of their own.
create table internships_attendance_month (
    internship_id uniqueidentifier not null,
    month nvarchar(7) not null,
    state nvarchar(20) not null,
    minutes int not null,
    tutor_signed_at datetimeoffset(3) null,
    tutor_signed_how nvarchar(20) null,
    tutor_signed_with uniqueidentifier null,
    intern_signed_at datetimeoffset(3) null,
    intern_signed_how nvarchar(20) null,
    intern_signed_with uniqueidentifier null,
    closed_at datetimeoffset(3) null,
    scan_id uniqueidentifier null,
    changed_at datetimeoffset(3) not null,
    version int not null,
    constraint pk_internships_attendance_month primary key (internship_id, month),
    constraint fk_internships_attendance_month foreign key (internship_id) references internships_internship (id) on delete cascade
);
create index ix_internships_attendance_month on internships_attendance_month (month, state, internship_id);
-- Hours or an absence; days of which nothing is known have no row. The reason is encrypted: an illness is a health datum.
create table internships_attendance_day (
    internship_id uniqueidentifier not null,
    day date not null,
    minutes int null,
    absence_cipher nvarchar(max) null,
    constraint pk_internships_attendance_day primary key (internship_id, day),
    constraint fk_internships_attendance_day foreign key (internship_id) references internships_internship (id) on delete cascade,
    constraint ck_internships_attendance_day check (minutes is null or (minutes >= 0 and minutes <= 1440))
);
create table internships_attendance_reopening (
    id uniqueidentifier not null,
    internship_id uniqueidentifier not null,
    month nvarchar(7) not null,
    at datetimeoffset(3) not null,
    by_id uniqueidentifier not null,
    reason_cipher nvarchar(max) not null,
    -- What the month had before: the signed sheet is kept for ever.
    was_closed bit not null,
    scan_id uniqueidentifier null,
    constraint pk_internships_attendance_reopening primary key (id),
    constraint fk_internships_attendance_reopening foreign key (internship_id) references internships_internship (id) on delete cascade
);
create index ix_internships_attendance_reopening on internships_attendance_reopening (internship_id, month, at);
-- Minutes of a usual week and the patron saint of the place; without a row the weekly hours are spread from Monday to Friday.
create table internships_usual_week (
    internship_id uniqueidentifier not null,
    monday int not null,
    tuesday int not null,
    wednesday int not null,
    thursday int not null,
    friday int not null,
    saturday int not null,
    sunday int not null,
    patron_month int null,
    patron_day int null,
    version int not null,
    constraint pk_internships_usual_week primary key (internship_id),
    constraint fk_internships_usual_week foreign key (internship_id) references internships_internship (id) on delete cascade
);
