-- What a duty asks, never what a person is: each of these is a question about the work. Null where nobody has asked yet.
alter table company_network_availability add version int not null constraint df_company_network_availability_version default 1;
-- Moved before places are counted, so that two proposals at once take turns on every engine.
alter table company_network_availability add turns int not null constraint df_company_network_availability_turns default 0;
-- Days and parts of the day, as in "monday.morning friday.evening".
alter table company_network_availability add slots nvarchar(600) null;
alter table company_network_availability add skills nvarchar(400) null;
alter table company_network_availability add driving_licence bit null;
alter table company_network_availability add shifts bit null;
alter table company_network_availability add physical_effort nvarchar(10) null;
alter table company_network_availability add interruptions nvarchar(10) null;
alter table company_network_availability add constraint_note nvarchar(400) null;
create index ix_company_network_availability_fresh on company_network_availability (verified_on, id) where ended_at is null;
