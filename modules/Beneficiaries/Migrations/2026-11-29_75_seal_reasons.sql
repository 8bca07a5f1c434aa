-- Why a case began and why somebody left before the end may tell of prison, care or health: they are encrypted as the notes beside them are. What was written in clear is encrypted by the hourly
-- job, a row at a time, and blanked in the same statement that writes its cipher: stopped at any instant nothing is lost.
alter table beneficiaries_case add reason_cipher nvarchar(max) null;
alter table beneficiaries_case_closure add dropout_reason_cipher nvarchar(max) null;
