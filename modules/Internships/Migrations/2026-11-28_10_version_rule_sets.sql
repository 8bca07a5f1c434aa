-- Rule sets are written by the administrator: a new version from a day on. What has been in force is never changed, but its marks may be confirmed.
alter table internships_rule_set add version int not null constraint df_internships_rule_set_version default 1;
alter table internships_rule_set add changed_at datetimeoffset(3) null;
alter table internships_rule_set add changed_by uniqueidentifier null;
-- From how many days on an illness (or injury) and a closure suspend, so that they do not count in the maximum; null: of any length.
alter table internships_rule_set add suspension_illness_days int null;
alter table internships_rule_set add suspension_closure_days int null;
update internships_rule_set set suspension_illness_days = 30, suspension_closure_days = 15;
update internships_rule_set set to_verify = concat(to_verify, ' suspensions') where not (region = 'Italia' and kind = 'extracurricular');
