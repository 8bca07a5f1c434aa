-- Whether the person shall be told of the appointment by mail, with the place or without, when that was done, and why not.
alter table beneficiaries_appointment add tell_person bit not null constraint df_beneficiaries_appointment_tell default 0;
alter table beneficiaries_appointment add tell_place bit not null constraint df_beneficiaries_appointment_tell_place default 0;
alter table beneficiaries_appointment add told_at datetimeoffset(3) null;
alter table beneficiaries_appointment add mail_id uniqueidentifier null;
alter table beneficiaries_appointment add not_told nvarchar(20) null;
create index ix_beneficiaries_appointment_to_tell on beneficiaries_appointment (starts_at) where told_at is null;
