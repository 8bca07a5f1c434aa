create index ix_shared_audit_entry_at on shared_audit_entry (at, id);
