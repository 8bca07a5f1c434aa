-- What was in an edition but not open any more when its sending began was not mailed: it counts as never gone out. Only written then, and of what went out null.
alter table bulletin_edition_item add left_out bit null;
