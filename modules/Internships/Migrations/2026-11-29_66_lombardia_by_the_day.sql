-- DGR X/7763/2018: 350 € where nobody does more than four hours on any day, 500 (400 with meals) otherwise. Hours of the week had stood for those of the day.
-- A step by the day that begins at 5 is reached by who goes into the fifth hour of a day.
delete from internships_rule_allowance where rule_set_id = '019AB000-0000-7000-8000-000000000007';
insert into internships_rule_allowance (rule_set_id, basis, reached_at, cents, cents_with_meals)
values ('019AB000-0000-7000-8000-000000000007', 'dailyHours', 0, 35000, 35000);
insert into internships_rule_allowance (rule_set_id, basis, reached_at, cents, cents_with_meals)
values ('019AB000-0000-7000-8000-000000000007', 'dailyHours', 5, 50000, 40000);
