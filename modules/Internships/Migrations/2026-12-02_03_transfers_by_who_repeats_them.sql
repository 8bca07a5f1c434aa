-- Which transfers a list pays again: asked for each step of a list, and when it is reckoned anew, among the payments of all years.
create index ix_internships_allowance_payment_repaid on internships_allowance_payment (repaid_in, cents) where repaid_in is not null;
