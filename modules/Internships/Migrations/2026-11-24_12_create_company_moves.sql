-- The rows that followed a company into the one it was merged with: exactly these go back when the merge is undone.
create table internships_company_move (
    merge_id uniqueidentifier not null,
    kind nvarchar(20) not null,
    row_id uniqueidentifier not null,
    constraint pk_internships_company_move primary key (merge_id, kind, row_id)
);
