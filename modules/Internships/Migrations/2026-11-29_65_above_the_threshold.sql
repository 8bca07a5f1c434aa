-- An act may ask for more than the threshold, not for the threshold itself. Nothing written is "at least".
alter table internships_allowance_terms add threshold_above bit null;
-- DGR 1086/2023 (calls FSE+ 4.h of the Marche): above 75 % of the month's presence. Only what nobody rewrote meanwhile.
update internships_allowance_terms set threshold_above = 1 where scheme_id = '019AC000-0000-7000-8000-000000000001' and method = 'flatWithThreshold' and threshold_percent = 75 and act = 'DGR 1086/2023';
