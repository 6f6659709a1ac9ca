/*
 * Who inspected, held a hearing, gave an opinion or decided in the matter of some cases: in themselves, and in those that are linked
 * to them, as with conflicts of interest. Whoever took a photo for a report inspected as well. It answers for the office of who asks,
 * and for the case of a connector; what rules of access hide from who asks counts all the same.
 *
 * Whoever takes back a link stays away by what they did behind it: nobody lets themselves through. With earlier decisions stands in
 * whose name they were taken.
 */
create index case_link_taken_back on :schema.case_link (case_id) where removed_by is not null;

drop function :schema.hands_in_matters(text[]);
create function :schema.hands_in_matters(wanted text[])
  returns table (case_id text, act text, label jsonb, person_id text, delegator_id text, name text, accounts text[],
                 done_at timestamptz, of_case_id text, reference text, on_behalf_of text, is_taken_back boolean)
  language plpgsql stable security definer rows 5 set search_path = pg_catalog, pg_temp as $$
begin
  return query
    with asked as materialized (
      select f.id, f.administration from :schema.case_file f
       where f.id = any(wanted)
         and (f.administration = current_setting('irisflow.handles', true) or f.id = current_setting('irisflow.case', true))),
    linked as materialized (
      select a.id as asked_id, a.administration, m.id
        from asked a cross join lateral :schema.cases_about(a.administration, '{}', array[a.id]) m (id)),
    taken_back as (
      select k.asked_id, k.administration, l.of_case_id as id, l.removed_by
        from linked k join :schema.case_link l on l.case_id = k.id where l.removed_by is not null
      union
      select k.asked_id, k.administration, l.case_id, l.removed_by
        from linked k join :schema.case_link l on l.of_case_id = k.id where l.removed_by is not null),
    matter as materialized (
      select k.asked_id, k.id, null::text as removed_by from linked k
      union
      select b.asked_id, m.id, b.removed_by
        from taken_back b cross join lateral :schema.cases_about(b.administration, '{}', array[b.id]) m (id)
       where not exists (select from linked k where k.asked_id = b.asked_id and k.id = m.id)),
    done as (
      select m.asked_id, m.id, m.removed_by, 'inspection' as act, i.label, p.id as by, null::text as under,
             null::text as on_behalf_of, i.ended_at as at
        from matter m join :schema.inspection i on i.case_id = m.id and i.state = 'reported'
       cross join lateral (
         select i.ended_by as id
         union
         select d.added_by from :schema.document d where d.id = any(i.report_documents) and d.added_by is not null) p
      union all
      select m.asked_id, m.id, m.removed_by, 'hearing', h.label, p.id, null, null, h.ended_at
        from matter m join :schema.hearing h on h.case_id = m.id and h.state = 'held'
       cross join lateral (select h.ended_by as id union select h.led_by where h.led_by is not null) p
      union all
      select m.asked_id, m.id, m.removed_by, 'opinion', coalesce(o.label, o.asked_name), o.ended_by, null, null, o.ended_at
        from matter m join :schema.opinion o on o.case_id = m.id and o.state = 'given'
      union all
      select m.asked_id, m.id, m.removed_by, 'decision', d.label, d.person_id, d.delegator_id, d.on_behalf_of, d.done_at
        from matter m join :schema.decision_hand d on d.case_id = m.id and d.act = 'decision')
    select d.asked_id, d.act, d.label, d.by, d.under, w.name,
           array(select s.id from :schema.person s
                  where s.id in (d.by, d.under) or s.party_id = w.party_id or s.party_id = u.party_id),
           d.at, d.id, f.reference, d.on_behalf_of, d.removed_by is not null
      from done d
      join :schema.person w on w.id = d.by
      left join :schema.person u on u.id = d.under
      join :schema.case_file f on f.id = d.id
      left join :schema.person r on r.id = d.removed_by
     where d.removed_by is null or d.removed_by in (d.by, d.under) or r.party_id in (w.party_id, u.party_id)
     order by d.at, d.act, d.by;
end
$$;
