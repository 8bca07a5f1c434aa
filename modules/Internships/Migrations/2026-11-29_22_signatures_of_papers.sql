-- The version of the paper that was signed and the digest (SHA-256) of its content: that version stays for ever. Null where somebody signed on paper or outside.
alter table internships_signature add paper_id uniqueidentifier null;
alter table internships_signature add paper_hash nvarchar(64) null;
create index ix_internships_signature_paper on internships_signature (paper_id) where paper_id is not null;
-- The version that whoever opens the link reads and signs.
alter table internships_signature_request add paper_id uniqueidentifier null;
alter table internships_signature_request add paper_hash nvarchar(64) null;
