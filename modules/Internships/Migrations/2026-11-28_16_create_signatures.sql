-- How each signature of a project was given. The day itself stays with the internship, where the rules look.
create table internships_signature (
    id uniqueidentifier not null,
    internship_id uniqueidentifier not null,
    signer nvarchar(20) not null,
    how nvarchar(20) not null,
    signed_on date not null,
    name_cipher nvarchar(max) null,
    scan_id uniqueidentifier null,
    at datetimeoffset(3) not null,
    by_id uniqueidentifier not null,
    constraint pk_internships_signature primary key (id),
    constraint fk_internships_signature foreign key (internship_id) references internships_internship (id) on delete cascade
);
create index ix_internships_signature on internships_signature (internship_id, at);
-- A link that was sent to somebody who is to sign: only a digest of its code is kept, with what they are shown, encrypted.
create table internships_signature_request (
    id uniqueidentifier not null,
    internship_id uniqueidentifier not null,
    signer nvarchar(20) not null,
    email_cipher nvarchar(max) not null,
    code_hash nvarchar(64) not null,
    shown_cipher nvarchar(max) not null,
    first_sent_at datetimeoffset(3) not null,
    last_sent_at datetimeoffset(3) not null,
    sent int not null,
    expires_at datetimeoffset(3) not null,
    constraint pk_internships_signature_request primary key (id),
    constraint uq_internships_signature_request unique (internship_id, signer),
    constraint uq_internships_signature_request_code unique (code_hash),
    constraint fk_internships_signature_request foreign key (internship_id) references internships_internship (id) on delete cascade
);
