-- Whoever referred somebody is told by mail that an answer waits: which mail, and when it was made.
alter table beneficiaries_referral add answer_mail_id uniqueidentifier null;
alter table beneficiaries_referral add answer_mail_at datetimeoffset(3) null;
