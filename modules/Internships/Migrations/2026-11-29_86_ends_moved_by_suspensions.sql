-- An end that a suspension moved beyond the one that was known is communicated as an extension is: by which suspension, null where it was extended. Of those moved before this, nothing is asked.
alter table internships_extension add suspension_id uniqueidentifier null;
