/*
 * Who had a hand in a decision, as it was on the day on which it was recorded: who inspected, held a hearing, gave an opinion,
 * proposed, and who decided. Added with the decision and never changed, so that it can be shown years later that they were not one.
 */
create table :schema.decision_hand (
  decision_id    text not null references :schema.decision (id),
  position       integer not null,
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  act            text not null check (act in ('inspection', 'hearing', 'opinion', 'proposal', 'decision')),
  -- What it is called in its procedure: the inspection, or the step of the process.
  label          jsonb not null,
  -- As they were called, and in whose name they did it by delegation.
  name           text not null,
  on_behalf_of   text,
  person_id      text not null references :schema.person (id),
  delegator_id   text references :schema.person (id),
  done_at        timestamptz not null,
  -- The linked case in which it was done; null for the case itself.
  of_case        text,
  -- Whether who decided in the end, or in whose name they did, did this too, under whatever account.
  decided_too    boolean not null,
  primary key (decision_id, position)
);
create index decision_hand_of_case on :schema.decision_hand (case_id);
create index decision_hand_of_person on :schema.decision_hand (person_id);

/*
 * Who inspected, held a hearing, gave an opinion or decided in the matter of some cases: in themselves, and in those that are linked
 * to them, as with conflicts of interest. Whoever took a photo for a report inspected as well. It answers for the office of who asks,
 * and for the case of a connector; what rules of access hide from who asks counts all the same.
 */
create function :schema.hands_in_matters(wanted text[])
  returns table (case_id text, act text, label jsonb, person_id text, delegator_id text, name text, accounts text[],
                 done_at timestamptz, of_case_id text, reference text)
  language plpgsql stable security definer rows 5 set search_path = pg_catalog, pg_temp as $$
begin
  return query
    with asked as materialized (
      select f.id, f.administration from :schema.case_file f
       where f.id = any(wanted)
         and (f.administration = current_setting('irisflow.handles', true) or f.id = current_setting('irisflow.case', true))),
    matter as materialized (
      select a.id as asked_id, m.id
        from asked a cross join lateral :schema.cases_about(a.administration, '{}', array[a.id]) m (id)),
    done as (
      select m.asked_id, m.id, 'inspection' as act, i.label, p.id as by, null::text as under, i.ended_at as at
        from matter m join :schema.inspection i on i.case_id = m.id and i.state = 'reported'
       cross join lateral (
         select i.ended_by as id
         union
         select d.added_by from :schema.document d where d.id = any(i.report_documents) and d.added_by is not null) p
      union all
      select m.asked_id, m.id, 'hearing', h.label, p.id, null, h.ended_at
        from matter m join :schema.hearing h on h.case_id = m.id and h.state = 'held'
       cross join lateral (select h.ended_by as id union select h.led_by where h.led_by is not null) p
      union all
      select m.asked_id, m.id, 'opinion', coalesce(o.label, o.asked_name), o.ended_by, null, o.ended_at
        from matter m join :schema.opinion o on o.case_id = m.id and o.state = 'given'
      union all
      select m.asked_id, m.id, 'decision', d.label, d.person_id, d.delegator_id, d.done_at
        from matter m join :schema.decision_hand d on d.case_id = m.id and d.act = 'decision')
    select d.asked_id, d.act, d.label, d.by, d.under, w.name,
           array(select s.id from :schema.person s
                  where s.id in (d.by, d.under) or s.party_id = w.party_id or s.party_id = u.party_id),
           d.at, d.id, f.reference
      from done d
      join :schema.person w on w.id = d.by
      left join :schema.person u on u.id = d.under
      join :schema.case_file f on f.id = d.id
     order by d.at, d.act, d.by;
end
$$;
