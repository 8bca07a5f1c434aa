-- What somebody signed: SHA-256 of the month as it was shown to them. Signatures of before, and those on paper, have none.
alter table internships_attendance_month add tutor_signed_digest nvarchar(64) null;
alter table internships_attendance_month add intern_signed_digest nvarchar(64) null;
