-- A convention is drafted and sent before it is signed, so its day of signature may be missing; expired is what the last day says, not a state that is stored.
alter table internships_convention add state nvarchar(20) not null constraint df_internships_convention_state default 'signed';
alter table internships_convention add signature_on date null;
update internships_convention set signature_on = signed_on;
alter table internships_convention drop column signed_on;
alter table internships_convention add sent_on date null;
-- The convention that this one takes the place of.
alter table internships_convention add renews_id uniqueidentifier null;
alter table internships_convention add insurer nvarchar(120) null;
alter table internships_convention add liability_until date null;
alter table internships_convention add note nvarchar(1000) null;
-- How many days before the end people were last told: each threshold once.
alter table internships_convention add reminded_days int null;
create index ix_internships_convention_renews on internships_convention (renews_id);
