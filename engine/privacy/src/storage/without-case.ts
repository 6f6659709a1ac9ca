import type { Queryable } from '@irisflow/database';

/** Of whom it was, and of which office. */
export interface Erased {
  readonly person_id: string | null;
  readonly administration: string;
}

export interface Overdue {
  /** Day in Brussels, YYYY-MM-DD; what was touched last before it is over. */
  readonly before: string;
  readonly today: string;
}

/** Rows of one round: nobody waits longer than for these. */
const AT_ONCE = 500;

const brussels = (day: string): string => `(${day}::date::timestamp at time zone 'Europe/Brussels')`;

const isHeld = (party: string): string =>
  `exists (select from casework.legal_hold h
    where h.party_id = ${party} and h.lifted_at is null and (h.until is null or h.until >= $2::date))`;

/** Applications that were not sent and not touched since, with their files. What sources were asked for them stays, without them. */
export const eraseDrafts = async (tx: Queryable, { before, today }: Overdue): Promise<Erased[]> => {
  const drafts = await tx.query<{ id: string } & Erased & Record<string, unknown>>(
    `select d.id, d.person_id, d.administration from casework.application_draft d
      where d.case_id is null and d.saved_at < ${brussels('$1')} and not ${isHeld('d.person_id')}
      order by d.saved_at limit ${AT_ONCE} for update skip locked`,
    [before, today],
  );
  const ids = [drafts.map(({ id }) => id)];
  if (drafts.length === 0) return [];
  await tx.query('update casework.consultation set draft_id = null where draft_id = any($1::text[])', ids);
  await tx.query('delete from casework.document where draft_id = any($1::text[]) and case_id is null', ids);
  await tx.query('delete from casework.application_draft where id = any($1::text[])', ids);
  return drafts;
};

/** Contacts that were answered and came to no case. */
export const eraseContacts = (tx: Queryable, { before, today }: Overdue): Promise<Erased[]> =>
  tx.query<Erased & Record<string, unknown>>(
    `delete from casework.contact where id in (
       select c.id from casework.contact c
        where c.state = 'answered' and c.answered_on < $1::date and not ${isHeld('c.person_id')}
          and not exists (select from casework.contact_case k where k.contact_id = c.id)
        order by c.answered_on limit ${AT_ONCE} for update skip locked)
     returning person_id, administration`,
    [before, today],
  );

/** Who saw or asked what, where the case is gone or never was. */
export const eraseTraces = async (tx: Queryable, { before }: Overdue): Promise<void> => {
  await tx.query(
    `delete from casework.file_access where id in (
       select id from casework.file_access where case_id is null and last_at < ${brussels('$1')}
        order by last_at limit ${AT_ONCE})`,
    [before],
  );
  await tx.query(
    `delete from casework.consultation where id in (
       select id from casework.consultation
        where case_id is null and draft_id is null and at < ${brussels('$1')} order by at limit ${AT_ONCE})`,
    [before],
  );
};
