-- Two records of one person that took part in the same programme: one participant. The absorbed one's row stays where it is, says which row goes on, and is counted no more.
alter table beneficiaries_participation add same_as_id uniqueidentifier null;
-- How the row that goes on was before the merge, to give it back.
create table beneficiaries_participation_before (
    merge_id uniqueidentifier not null,
    participation_id uniqueidentifier not null,
    twin_id uniqueidentifier not null,
    before_cipher nvarchar(max) not null,
    version_after int not null,
    constraint pk_beneficiaries_participation_before primary key (merge_id, participation_id),
    constraint fk_beneficiaries_participation_before_row foreign key (participation_id) references beneficiaries_participation (id)
);
