-- A job, training or other offer. What clients send is told apart by (client_id, external_reference).
create table bulletin_opportunity (
    id uniqueidentifier not null,
    kind nvarchar(20) not null,
    title nvarchar(200) not null,
    description nvarchar(max) not null,
    organiser nvarchar(200) not null,
    municipality_code nvarchar(6) null,
    municipality nvarchar(120) null,
    contract_type nvarchar(120) null,
    hours nvarchar(120) null,
    requirements nvarchar(max) null,
    apply_url nvarchar(500) null,
    apply_email nvarchar(254) null,
    apply_phone nvarchar(40) null,
    deadline date null,
    positions int null,
    source nvarchar(200) null,
    client_id uniqueidentifier null,
    external_reference nvarchar(120) null,
    state nvarchar(20) not null,
    reason nvarchar(500) null,
    search_text nvarchar(1000) not null,
    published_at datetimeoffset(3) null,
    created_at datetimeoffset(3) not null,
    created_by uniqueidentifier not null,
    updated_at datetimeoffset(3) not null,
    version int not null,
    constraint pk_bulletin_opportunity primary key (id)
);
create unique index ux_bulletin_opportunity_reference on bulletin_opportunity (client_id, external_reference) where external_reference is not null;
create index ix_bulletin_opportunity_state on bulletin_opportunity (state, created_at, id);
create index ix_bulletin_opportunity_published on bulletin_opportunity (state, published_at, id);
create index ix_bulletin_opportunity_created on bulletin_opportunity (created_at, id);

-- An edition of the bulletin; what was mailed is frozen in it when its sending begins.
create table bulletin_edition (
    id uniqueidentifier not null,
    number int not null,
    title nvarchar(200) not null,
    intro nvarchar(max) not null,
    state nvarchar(20) not null,
    scheduled_at datetimeoffset(3) null,
    sending_started_at datetimeoffset(3) null,
    sent_at datetimeoffset(3) null,
    subject nvarchar(300) null,
    mail_html nvarchar(max) null,
    mail_text nvarchar(max) null,
    page_html nvarchar(max) null,
    created_at datetimeoffset(3) not null,
    created_by uniqueidentifier not null,
    updated_at datetimeoffset(3) not null,
    version int not null,
    constraint pk_bulletin_edition primary key (id),
    constraint uq_bulletin_edition_number unique (number)
);
-- Only one edition is sent at a time, whatever number of nodes tries.
create unique index ux_bulletin_edition_sending on bulletin_edition (state) where state = 'sending';
create index ix_bulletin_edition_scheduled on bulletin_edition (state, scheduled_at);

create table bulletin_edition_item (
    edition_id uniqueidentifier not null,
    position int not null,
    section nvarchar(120) not null,
    opportunity_id uniqueidentifier not null,
    constraint pk_bulletin_edition_item primary key (edition_id, position),
    constraint uq_bulletin_edition_item_opportunity unique (edition_id, opportunity_id),
    constraint fk_bulletin_edition_item_edition foreign key (edition_id) references bulletin_edition (id) on delete cascade,
    constraint fk_bulletin_edition_item_opportunity foreign key (opportunity_id) references bulletin_opportunity (id)
);
create index ix_bulletin_edition_item_opportunity on bulletin_edition_item (opportunity_id);

create table bulletin_subscriber (
    id uniqueidentifier not null,
    email nvarchar(254) not null,
    email_normalized nvarchar(254) not null,
    state nvarchar(20) not null,
    confirm_token_hash nvarchar(64) null,
    confirm_until datetimeoffset(3) null,
    last_mail_at datetimeoffset(3) null,
    created_at datetimeoffset(3) not null,
    confirmed_at datetimeoffset(3) null,
    unsubscribed_at datetimeoffset(3) null,
    bounced_at datetimeoffset(3) null,
    version int not null,
    constraint pk_bulletin_subscriber primary key (id),
    constraint uq_bulletin_subscriber_email unique (email_normalized)
);
create index ix_bulletin_subscriber_state on bulletin_subscriber (state, created_at, id);
create index ix_bulletin_subscriber_created on bulletin_subscriber (created_at, id);
create unique index ux_bulletin_subscriber_token on bulletin_subscriber (confirm_token_hash) where confirm_token_hash is not null;

-- The proof of what a subscriber agreed to, step by step; lines are only added.
create table bulletin_consent (
    id uniqueidentifier not null,
    subscriber_id uniqueidentifier not null,
    step nvarchar(20) not null,
    at datetimeoffset(3) not null,
    source nvarchar(200) not null,
    text_version nvarchar(40) not null,
    consent_text nvarchar(1000) null,
    recorded_by uniqueidentifier null,
    constraint pk_bulletin_consent primary key (id),
    constraint fk_bulletin_consent_subscriber foreign key (subscriber_id) references bulletin_subscriber (id) on delete cascade
);
create index ix_bulletin_consent_subscriber on bulletin_consent (subscriber_id, at);

-- One line for each edition and subscriber, so that nobody can be written to twice.
create table bulletin_delivery (
    edition_id uniqueidentifier not null,
    subscriber_id uniqueidentifier not null,
    state nvarchar(20) not null,
    attempts int not null,
    next_attempt_at datetimeoffset(3) not null,
    lease_owner uniqueidentifier null,
    lease_until datetimeoffset(3) null,
    sent_at datetimeoffset(3) null,
    failure nvarchar(80) null,
    constraint pk_bulletin_delivery primary key (edition_id, subscriber_id),
    constraint fk_bulletin_delivery_edition foreign key (edition_id) references bulletin_edition (id),
    constraint fk_bulletin_delivery_subscriber foreign key (subscriber_id) references bulletin_subscriber (id)
);
create index ix_bulletin_delivery_due on bulletin_delivery (edition_id, state, subscriber_id);
create index ix_bulletin_delivery_lease on bulletin_delivery (state, lease_until);
create index ix_bulletin_delivery_owner on bulletin_delivery (lease_owner, state);
