-- What searches ask of a diagram: a JSON object with the name of each element that has one, and the form that starts it.
-- Null until the program has read the diagram again.
alter table :schema.definition add column element_names text, add column start_form text;
