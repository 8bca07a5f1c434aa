-- A rule that blocks and that somebody who may has set aside, for the very numbers that they saw. The reason is encrypted: it may tell of the person.
create table internships_rule_override (
    id uniqueidentifier not null,
    internship_id uniqueidentifier not null,
    rule_code nvarchar(60) not null,
    numbers nvarchar(300) not null,
    reason_cipher nvarchar(max) not null,
    at datetimeoffset(3) not null,
    by_id uniqueidentifier not null,
    withdrawn_at datetimeoffset(3) null,
    withdrawn_by uniqueidentifier null,
    constraint pk_internships_rule_override primary key (id),
    constraint fk_internships_rule_override foreign key (internship_id) references internships_internship (id) on delete cascade
);
create index ix_internships_rule_override on internships_rule_override (internship_id, at);
create unique index uq_internships_rule_override on internships_rule_override (internship_id, rule_code) where withdrawn_at is null;
