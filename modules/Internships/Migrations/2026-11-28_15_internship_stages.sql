-- Draft, to be signed and ready are read from what is there; only that somebody asked for the signatures must be remembered. Whoever has a signature already is past the draft.
alter table internships_internship add to_sign_at datetimeoffset(3) null;
alter table internships_internship add to_sign_by uniqueidentifier null;
update internships_internship set to_sign_at = created_at, to_sign_by = created_by
where  state = 'proposed' and (signed_by_person_on is not null or signed_by_host_on is not null or signed_by_promoter_on is not null);
-- The typed reason of a cancellation or of an early end; encrypted, because one of them is health.
alter table internships_internship add cause_cipher nvarchar(max) null;
