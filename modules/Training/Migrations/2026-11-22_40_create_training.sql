create table training_course (
    id uniqueidentifier not null,
    title nvarchar(200) not null,
    sort_title nvarchar(200) not null,
    topic nvarchar(40) not null,
    description nvarchar(4000) null,
    planned_hours int not null,
    certificate nvarchar(200) null,
    created_at datetimeoffset(3) not null,
    version int not null,
    constraint pk_training_course primary key (id)
);
create index ix_training_course_title on training_course (sort_title, id);
create table training_course_edition (
    id uniqueidentifier not null,
    course_id uniqueidentifier not null,
    code nvarchar(40) not null,
    code_key nvarchar(40) not null,
    trainer_id uniqueidentifier null,
    municipality_istat nvarchar(6) not null,
    address nvarchar(200) null,
    starts_on date not null,
    ends_on date not null,
    places int not null,
    -- Moved in the very statement that confirms somebody: two confirmations at once cannot take the same place.
    places_taken int not null,
    job_employer nvarchar(200) null,
    job_positions int null,
    programme nvarchar(200) null,
    state nvarchar(20) not null,
    created_at datetimeoffset(3) not null,
    version int not null,
    constraint pk_training_course_edition primary key (id),
    constraint uq_training_course_edition_code unique (code_key),
    constraint fk_training_course_edition_course foreign key (course_id) references training_course (id),
    constraint ck_training_course_edition_places check (places_taken <= places)
);
create index ix_training_course_edition_start on training_course_edition (starts_on, id);
create index ix_training_course_edition_course on training_course_edition (course_id, starts_on);
create index ix_training_course_edition_trainer on training_course_edition (trainer_id, starts_on);
-- Times are minutes of the Italian day.
create table training_session (
    id uniqueidentifier not null,
    edition_id uniqueidentifier not null,
    held_on date not null,
    from_minute int not null,
    to_minute int not null,
    topic nvarchar(300) null,
    state nvarchar(20) not null,
    attendance_at datetimeoffset(3) null,
    created_at datetimeoffset(3) not null,
    constraint pk_training_session primary key (id),
    constraint fk_training_session_edition foreign key (edition_id) references training_course_edition (id)
);
create index ix_training_session_edition on training_session (edition_id, held_on, from_minute);
create index ix_training_session_day on training_session (held_on, state);
-- Whoever takes part. What identifies the person is one encrypted text; the key only recognises the same person twice.
create table training_enrolment (
    id uniqueidentifier not null,
    edition_id uniqueidentifier not null,
    case_id uniqueidentifier null,
    person nvarchar(max) not null,
    person_key nvarchar(64) not null,
    state nvarchar(20) not null,
    passed bit null,
    hired_on date null,
    employer nvarchar(200) null,
    outcome_at datetimeoffset(3) null,
    enrolled_at datetimeoffset(3) not null,
    version int not null,
    constraint pk_training_enrolment primary key (id),
    constraint fk_training_enrolment_edition foreign key (edition_id) references training_course_edition (id)
);
create index ix_training_enrolment_edition on training_enrolment (edition_id, state, enrolled_at);
create index ix_training_enrolment_case on training_enrolment (case_id);
create unique index uq_training_enrolment_person on training_enrolment (edition_id, person_key) where state <> 'withdrawn';
create table training_attendance (
    session_id uniqueidentifier not null,
    enrolment_id uniqueidentifier not null,
    constraint pk_training_attendance primary key (session_id, enrolment_id),
    constraint fk_training_attendance_session foreign key (session_id) references training_session (id) on delete cascade,
    constraint fk_training_attendance_enrolment foreign key (enrolment_id) references training_enrolment (id)
);
create index ix_training_attendance_enrolment on training_attendance (enrolment_id);
