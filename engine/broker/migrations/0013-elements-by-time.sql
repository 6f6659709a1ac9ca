-- Whoever follows how long steps take asks for elements that began in a span of time. Rows are written in the order in which
-- elements begin, so that a summary of each stretch of the table finds them and costs next to nothing when one is written.
create index element_instance_by_start on :schema.element_instance using brin (started_at) with (pages_per_range = 16, autosummarize = on);
create index process_instance_by_start on :schema.process_instance using brin (started_at) with (pages_per_range = 16, autosummarize = on);
