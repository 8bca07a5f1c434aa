-- A consent that a newer one of the same purpose replaced was not taken back: it has an end, and says why. Those of before are known by what the replacing wrote into them.
alter table beneficiaries_consent add superseded bit not null constraint df_beneficiaries_consent_superseded default 0;
update beneficiaries_consent
set    superseded = 1
where  withdrawn_on is not null
       and exists (select 1 from beneficiaries_consent n
                   where  n.beneficiary_id = beneficiaries_consent.beneficiary_id and n.purpose = beneficiaries_consent.purpose and n.id <> beneficiaries_consent.id
                          and n.given_on = beneficiaries_consent.withdrawn_on and n.recorded_by = beneficiaries_consent.withdrawn_by and n.recorded_at >= beneficiaries_consent.recorded_at);
