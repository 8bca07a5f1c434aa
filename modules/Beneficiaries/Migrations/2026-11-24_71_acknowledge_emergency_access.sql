-- Who took note of an emergency access, and when: until then it is due for the case manager and the coordinators.
alter table beneficiaries_emergency_access add acknowledged_by uniqueidentifier null;
alter table beneficiaries_emergency_access add acknowledged_at datetimeoffset(3) null;
create index ix_beneficiaries_emergency_access_open on beneficiaries_emergency_access (acknowledged_at, began_at);
