-- What somebody put off on the home page, and until when. The page behind the link tells what it is, for who may open it.
create table shared_put_off_task (
    user_id uniqueidentifier not null,
    kind nvarchar(80) not null,
    link nvarchar(300) not null,
    until date not null,
    constraint pk_shared_put_off_task primary key (user_id, kind, link)
);
