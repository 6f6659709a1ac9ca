import type { Queryable, Row } from '@irisflow/database';
import type { Locale } from '@irisflow/foundation';

/** What numbers are made of: a case without a word about whose it is. Days are `YYYY-MM-DD`, as Brussels counts them. */
export interface CaseFact extends Row {
  id: string;
  reference: string;
  procedure_key: string;
  language: Locale;
  submitted_on: string;
  /** The day of the decision, or of another end. */
  ended_on: string | null;
  outcome: string | null;
  /** Codes of the grounds of a refusal. */
  grounds: readonly string[];
  /** Last day of the term of the decision; null where the procedure has none. */
  due_on: string | null;
  /** Days that the term stood still. */
  suspended_days: number;
  /** Whether it stands still now. */
  stands_still: boolean;
  /** Nothing had to be asked. */
  is_complete: boolean;
  /** The commune as it was written; null where the procedure does not say where it is. */
  commune: string | null;
}

export interface FactsWanted {
  readonly administration: string;
  readonly from: string;
  readonly to: string;
  readonly today: string;
  /** Of all procedures when it is left out. */
  readonly procedureKey?: string;
  /** By procedure: the path of the commune in the answers. */
  readonly communePaths: ReadonlyMap<string, string>;
}

/**
 * The cases that were open on a day of a period, those that came in or ended in it included; one that was reopened is counted
 * once, as open until it ends again. Appeals against a decision are counted with nobody's. What a caller may not see is not in it: the policies of the tables say so.
 */
export const listCaseFacts = (db: Queryable, wanted: FactsWanted): Promise<CaseFact[]> =>
  db.query<CaseFact>(
    `with fact as (
       select f.id, f.reference, f.procedure_key, f.language,
              coalesce(f.received_on, (f.submitted_at at time zone 'Europe/Brussels')::date) as submitted_on,
              case when f.reopened_at is null or f.closed_at is not null or d.decided_at >= f.reopened_at
                   then coalesce(d.decided_on, (f.closed_at at time zone 'Europe/Brussels')::date) end as ended_on,
              d.outcome,
              coalesce(array(select g->>'code' from jsonb_array_elements(d.grounds) g), '{}') as grounds,
              t.due_on, coalesce(t.suspended_days, 0)::int as suspended_days, coalesce(t.stands_still, false) as stands_still,
              not exists (select from casework.information_request r where r.case_id = f.id) as is_complete,
              f.data #>> string_to_array(p.path, '/') as commune
         from casework.case_file f
         left join unnest($5::text[], $6::text[]) as p (key, path) on p.key = f.procedure_key
         left join lateral (
           select decided_at, (decided_at at time zone 'Europe/Brussels')::date as decided_on, outcome, grounds
             from casework.decision where case_id = f.id order by decided_at desc limit 1) d on true
         left join lateral (
           select due_on, state in ('suspended', 'interrupted') as stands_still,
                  (select sum(coalesce((s->>'to')::date, $4::date) - (s->>'from')::date)
                     from jsonb_array_elements(suspensions) s) as suspended_days
             from casework.term where case_id = f.id and key = 'decision' and binds = 'administration'
            order by started_on desc limit 1) t on true
        where f.administration = $1 and f.appeal_of is null and ($7::text is null or f.procedure_key = $7))
     select id, reference, procedure_key, language, submitted_on::text as submitted_on, ended_on::text as ended_on,
            outcome, grounds, due_on::text as due_on, suspended_days, stands_still, is_complete, commune
       from fact
      where submitted_on <= $3::date and (ended_on is null or ended_on >= $2::date)
      order by submitted_on, id`,
    [
      wanted.administration,
      wanted.from,
      wanted.to,
      wanted.today,
      [...wanted.communePaths.keys()],
      [...wanted.communePaths.values()],
      wanted.procedureKey ?? null,
    ],
  );
