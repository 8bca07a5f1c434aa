-- A scheme may be for short days alone: the most hours that any day of the project may have. Null where it does not matter.
alter table internships_allowance_scheme add max_daily_hours int null;
-- DGR X/7763/2018 (Lombardia): 350 € where nobody does more than four hours on any day.
update internships_allowance_scheme set max_daily_hours = 4 where id = '019AC000-0000-7000-8000-000000000006';
