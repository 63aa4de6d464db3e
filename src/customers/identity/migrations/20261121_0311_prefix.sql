-- A value is looked up whole, by its last four characters, or by its beginning. Trigrams of every phone cost an import three times what they gave.
drop index identity.identity_value;
