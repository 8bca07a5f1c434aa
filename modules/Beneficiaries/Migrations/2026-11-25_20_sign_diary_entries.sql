-- An entry is a draft of its author until it is signed, and nothing changes it afterwards. What was written before there were drafts was final at once.
alter table beneficiaries_diary_entry add version int not null constraint df_beneficiaries_diary_entry_version default 1;
alter table beneficiaries_diary_entry add happened_at nvarchar(5) null;
alter table beneficiaries_diary_entry add limited bit not null constraint df_beneficiaries_diary_entry_limited default 0;
alter table beneficiaries_diary_entry add signed_at datetimeoffset(3) null;
update beneficiaries_diary_entry set signed_at = written_at where signed_at is null;
create index ix_beneficiaries_diary_entry_amends on beneficiaries_diary_entry (amends_id);

-- The members who may read a limited entry besides its author.
create table beneficiaries_diary_reader (
    entry_id uniqueidentifier not null,
    user_id uniqueidentifier not null,
    constraint pk_beneficiaries_diary_reader primary key (entry_id, user_id),
    constraint fk_beneficiaries_diary_reader_entry foreign key (entry_id) references beneficiaries_diary_entry (id) on delete cascade
);
create index ix_beneficiaries_diary_reader_user on beneficiaries_diary_reader (user_id, entry_id);
