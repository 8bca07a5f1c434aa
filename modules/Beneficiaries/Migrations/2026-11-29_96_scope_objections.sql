-- What a person objects to. An objection of before said nothing of it: it holds for everything, as it did.
alter table beneficiaries_person_mark add scope nvarchar(30) null;
update beneficiaries_person_mark set scope = 'everything' where kind = 'objection';
