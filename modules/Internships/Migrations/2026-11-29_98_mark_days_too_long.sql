-- What a list pays by a scheme for shorter days than the project had: it is said among the list's checks. Lists of before were not looked at.
alter table internships_allowance_item add days_too_long bit null;
