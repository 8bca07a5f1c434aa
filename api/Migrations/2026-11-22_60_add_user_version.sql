-- The ETag of an account: grows with each change by an administrator, not with each failed sign-in.
alter table access_user add version int not null constraint df_access_user_version default 1;
