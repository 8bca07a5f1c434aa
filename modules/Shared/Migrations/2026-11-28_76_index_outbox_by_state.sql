-- Whoever watches over the post reads the newest of a state, page by page.
create index ix_shared_outbox_mail_newest on shared_outbox_mail (state, created_at desc, id desc);
