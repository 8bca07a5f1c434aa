-- The hours that were planned when the register was signed, on the days that count. Registers signed before this have none and are reckoned by the project.
alter table internships_attendance_month add planned_minutes int null;
