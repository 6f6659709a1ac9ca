-- A hearing ends with its case. Those of cases that were closed before have ended with them: reopened, such a case hears nobody until it is summoned again.
update :schema.hearing h set state = 'canceled', ended_at = f.closed_at
  from :schema.case_file f
 where f.id = h.case_id and h.state = 'scheduled' and f.closed_at is not null;
