-- The sections of an edition as they were typed, those without opportunities too: a title that waits for its offers is not lost by saving.
-- A section's opportunities are the items from begins_at up to where the next section begins; an empty one begins where the next does.
create table bulletin_edition_section (
    edition_id uniqueidentifier not null,
    position int not null,
    title nvarchar(120) not null,
    begins_at int not null,
    constraint pk_bulletin_edition_section primary key (edition_id, position),
    constraint fk_bulletin_edition_section_edition foreign key (edition_id) references bulletin_edition (id) on delete cascade
);

insert into bulletin_edition_section (edition_id, position, title, begins_at)
select s.edition_id, row_number() over (partition by s.edition_id order by s.position) - 1, s.section, s.position
from   (select i.edition_id, i.position, i.section, lag(i.section) over (partition by i.edition_id order by i.position) as previous from bulletin_edition_item i) s
where  s.previous is null or s.previous <> s.section;
