-- Finds instances by the value of a variable. Values can be megabytes; the search compares the same first characters.
create index variable_name on :schema.variable (name, left(value, 64));
