import type { Queryable, Row } from '@irisflow/database';
import { mailIssuer } from '@irisflow/access';
import { isoOf, type Locale } from '@irisflow/foundation';

/** The first word that a procedure ends, and the last one before what was begun cannot be filed any more. */
export type RetirementMailKind = 'first' | 'last';

export interface RetirementMailRow extends Row {
  readonly draft_id: string;
  readonly retirement_id: string;
  readonly administration: string;
  readonly person_id: string;
  readonly language: Locale;
  readonly drafts_until: string;
  readonly kind: RetirementMailKind;
  /** The address that whoever signs them in vouches for, and whether it is all that is known of them. */
  readonly account: string | null;
  readonly is_mail_alone: boolean;
}

/** A mail that nobody takes is tried as often, later and later: more than a day in all. */
const MOST_TRIES = 8;
/** So many days before the last one people are reminded. */
const LAST_DAYS = 7;

/**
 * The next mail that is due, taken so that one process alone sends it, and tried again later where it does not go. Who began after
 * the end was set was told as they did, and is only reminded.
 */
export const takeRetirementMail = async (
  db: Queryable,
  { now, today }: { readonly now: number; readonly today: string },
): Promise<RetirementMailRow | undefined> => {
  const rows = await db.query<RetirementMailRow>(
    `with due as (
       select d.id as draft_id, r.id as retirement_id, r.administration, d.person_id, d.language,
              r.drafts_until::text as drafts_until, r.approved_at >= d.created_at as is_news,
              case when r.drafts_until - ${LAST_DAYS} <= $2::date then 'last' else 'first' end as kind
         from casework.procedure_retirement r
         join casework.application_draft d on d.procedure_key = r.procedure_key
        where r.ended_at is null and r.approved_at is not null and r.drafts_until >= $2::date
          and d.case_id is null and d.opened_by is null),
     taken as (
       insert into casework.retirement_mail as m (draft_id, retirement_id, administration, kind, next_attempt_at)
       select o.draft_id, o.retirement_id, o.administration, o.kind, $1::timestamptz + interval '10 minutes'
         from due o
        where (o.is_news or o.kind = 'last')
          and not exists (select from casework.retirement_mail k
                           where k.draft_id = o.draft_id and k.retirement_id = o.retirement_id and k.kind = o.kind
                             and (k.next_attempt_at is null or k.next_attempt_at > $1::timestamptz
                                  or k.attempts >= ${MOST_TRIES}))
        order by o.draft_id limit 1
       on conflict (draft_id, retirement_id, kind) do update
         set attempts = m.attempts + 1,
             next_attempt_at = $1::timestamptz + interval '10 minutes' * power(2, m.attempts)
         where m.next_attempt_at <= $1::timestamptz
       returning m.draft_id, m.retirement_id, m.kind)
     select o.*, a.email as account, coalesce(a.issuer = $3, false) as is_mail_alone
       from due o join taken t using (draft_id, retirement_id, kind)
       left join lateral (select p.email, p.issuer from casework.person p
                           where p.party_id = o.person_id and p.email is not null and p.email_verified
                           order by p.issuer = $3 desc limit 1) a on true`,
    [isoOf(now), today, mailIssuer],
  );
  return rows[0];
};

/** It went, or there is nobody to tell. */
export const settleRetirementMail = async (
  db: Queryable,
  { draft_id: draftId, retirement_id: retirementId, kind }: RetirementMailRow,
): Promise<void> => {
  await db.query(
    `update casework.retirement_mail set next_attempt_at = null
      where draft_id = $1 and retirement_id = $2 and kind = $3`,
    [draftId, retirementId, kind],
  );
};
