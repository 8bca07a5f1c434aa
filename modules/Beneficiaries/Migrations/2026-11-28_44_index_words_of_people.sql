-- Whether a person at hand has a word is read from the index alone: lists of few people are searched so.
create index ix_beneficiaries_name_word_of_person on beneficiaries_name_word (beneficiary_id, word);
