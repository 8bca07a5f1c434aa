-- The rows that followed a person into the one they were merged with: exactly these go back when the merge is undone. Internships go with their case.
create table internships_person_move (
    merge_id uniqueidentifier not null,
    kind nvarchar(20) not null,
    row_id uniqueidentifier not null,
    constraint pk_internships_person_move primary key (merge_id, kind, row_id)
);
create index ix_internships_allowance_payment_person on internships_allowance_payment (beneficiary_id);
