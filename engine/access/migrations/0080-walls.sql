-- Whether a reader may see bytes is asked by their hash.
create index document_of_content on :schema.document (sha256);
-- Files of an application are asked for by whose it is, long after it became a case.
create index application_draft_of_person on :schema.application_draft (person_id);

/*
 * Appending to the audit log is the only way to it. The functions belong to the keeper, who may do nothing else, and write
 * entries in the name of whoever the transaction runs for.
 */
create function :schema.lock_audit_head(wanted text, genesis text) returns table (sequence bigint, hash text)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if wanted <> 'platform' and not exists (select from :schema.administration a where a.key = wanted) then
    raise exception 'Expected the audit of an administration, but found %', wanted using errcode = '42501';
  end if;
  insert into :schema.audit_head as h (chain, sequence, hash) values (wanted, 0, genesis) on conflict (chain) do nothing;
  return query select h.sequence, h.hash from :schema.audit_head h where h.chain = wanted for update;
end
$$;

create function :schema.append_audit_entry(
  wanted text, place bigint, happened timestamptz, by_whom text, done text, about text, ended text, known jsonb,
  previous text, own text
) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  caller text := current_setting('role');
  bounds text := current_setting('irisflow.administration', true);
begin
  -- Whoever signs in does so before they can act; the job that lets them in writes it down for them.
  if caller like 'irisflow_%' and caller <> 'irisflow_job_sign_in'
     and by_whom is distinct from current_setting('irisflow.actor', true) then
    raise exception 'Expected an audit entry of %, but found one of %', current_setting('irisflow.actor', true), by_whom
      using errcode = '42501';
  end if;
  if caller in ('irisflow_staff', 'irisflow_auditor') and wanted not in (bounds, 'platform')
     and current_setting('irisflow.applicant', true) = '' then
    raise exception 'Expected the audit of %, but found that of %', bounds, wanted using errcode = '42501';
  end if;
  update :schema.audit_head h set sequence = place, hash = own
   where h.chain = wanted and h.sequence = place - 1 and h.hash = previous;
  if not found then
    raise exception 'Expected the entry after the last one of %, but found %', wanted, place using errcode = '42501';
  end if;
  insert into :schema.audit_entry (chain, sequence, at, actor, action, object, outcome, detail, previous_hash, hash)
  values (wanted, place, happened, by_whom, done, about, ended, known, previous, own);
end
$$;
