-- Companies whose last call found a wrong number had no day on which anybody would come back to them: they are due again, so that the number is corrected.
update company_network_company
set    next_contact_on = '2026-11-30'
where  last_outcome = 'wrongNumber' and next_contact_on is null and archived_at is null and do_not_call = 0;
