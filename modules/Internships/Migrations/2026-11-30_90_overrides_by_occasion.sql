-- For what a rule was set aside: for the start, or for an extension until which last day. An exception for an extension replaced the one for the start, which stands again with its reason.
alter table internships_rule_override add for_extension bit not null constraint df_internships_rule_override_for_extension default 0;
alter table internships_rule_override add extended_to date null;
-- Once an internship runs a rule is set aside for an extension only.
update internships_rule_override
set    for_extension = 1
where  exists (select 1 from internships_internship i where i.id = internships_rule_override.internship_id and i.activated_at is not null and i.activated_at < internships_rule_override.at);
-- The extension that followed, unless the same rule was set aside again before it.
update internships_rule_override
set    extended_to = (
           select min(x.ends_on)
           from   internships_extension x
           where  x.internship_id = internships_rule_override.internship_id and x.suspension_id is null and x.at >= internships_rule_override.at
                  and not exists (
                      select 1
                      from   internships_rule_override n
                      where  n.internship_id = x.internship_id and n.rule_code = internships_rule_override.rule_code and n.at > internships_rule_override.at and n.at <= x.at))
where  for_extension = 1;
drop index uq_internships_rule_override on internships_rule_override;
create unique index uq_internships_rule_override on internships_rule_override (internship_id, rule_code) where withdrawn_at is null and for_extension = 0;
create unique index uq_internships_rule_override_extension on internships_rule_override (internship_id, rule_code, extended_to) where withdrawn_at is null and for_extension = 1;
-- What gave way to an exception for a later extension, though the internship rests on it, was never withdrawn by anybody.
update internships_rule_override
set    withdrawn_at = null, withdrawn_by = null
where  withdrawn_at is not null and (for_extension = 0 or extended_to is not null)
       and exists (
           select 1
           from   internships_rule_override n
           where  n.internship_id = internships_rule_override.internship_id and n.rule_code = internships_rule_override.rule_code and n.for_extension = 1
                  and n.at > internships_rule_override.at and n.at <= internships_rule_override.withdrawn_at);
