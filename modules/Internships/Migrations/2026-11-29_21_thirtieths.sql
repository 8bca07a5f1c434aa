-- What a day is worth: its part of the month's days, or a thirtieth of the month whatever its length. Nothing written is the first.
alter table internships_allowance_terms add day_share nvarchar(20) null;
