-- The week that people had written for the hours before, where they had: minutes from Monday to Sunday. Without it the hours before say how the week was.
alter table internships_amendment add usual_week_before nvarchar(60) null;
-- An amendment may be recorded before its day: until then it waits, and what stands is what stood.
alter table internships_amendment add applied_at datetimeoffset(3) null;
update internships_amendment set applied_at = at;
create unique index ux_internships_amendment_waiting on internships_amendment (internship_id) where applied_at is null;
