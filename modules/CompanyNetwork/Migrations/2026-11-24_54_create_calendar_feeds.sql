-- One secret address for each account, kept only as a digest: whoever reads this table cannot read the calendar.
create table company_network_calendar_feed (
    user_id uniqueidentifier not null,
    token_digest nvarchar(64) not null,
    made_at datetimeoffset(3) not null,
    constraint pk_company_network_calendar_feed primary key (user_id)
);
create unique index ux_company_network_calendar_feed_token on company_network_calendar_feed (token_digest);
