-- Whom one spoke with, the campaign of the call, and how the company stood before: a call taken back within minutes puts that back.
alter table company_network_contact add spoke_with nvarchar(120) null;
alter table company_network_contact add campaign_id uniqueidentifier null;
alter table company_network_contact add before_next_contact_on date null;
alter table company_network_contact add before_contact_at datetimeoffset(3) null;
alter table company_network_contact add before_outcome nvarchar(20) null;
alter table company_network_contact add before_unreached int null;
alter table company_network_contact add before_reached_at datetimeoffset(3) null;
create index ix_company_network_contact_at on company_network_contact (contacted_at, outcome, company_id);
create index ix_company_network_contact_by on company_network_contact (contacted_by, contacted_at, company_id);

-- When somebody of the company was last spoken with, not only tried.
alter table company_network_company add last_reached_at datetimeoffset(3) null;
update company_network_company
set    last_reached_at = (select max(k.contacted_at) from company_network_contact k where k.company_id = company_network_company.id and k.outcome not in ('noAnswer', 'wrongNumber'));
create index ix_company_network_company_reached on company_network_company (last_reached_at, id) where last_reached_at is not null;

-- The call list's own orders. What was never called comes by name; what was verified long ago, the oldest first.
alter table company_network_company add availability_verified_on date null;
update company_network_company
set    availability_verified_on = (select max(a.verified_on) from company_network_availability a where a.company_id = company_network_company.id and a.ended_at is null);
create index ix_company_network_company_verified on company_network_company (availability_verified_on, id) where availability_verified_on is not null and archived_at is null and do_not_call = 0;
create index ix_company_network_company_never on company_network_company (sort_name, id) where last_contact_at is null and archived_at is null and do_not_call = 0;
