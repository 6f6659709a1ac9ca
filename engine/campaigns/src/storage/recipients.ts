import { type Queryable, sql } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import type { CampaignNumbers } from '../views/campaign.ts';
import { tables } from './tables.ts';

export type SkipReason = keyof CampaignNumbers['skipped'];

export interface RecipientRow {
  id: string;
  campaign_id: string;
  administration: string;
  case_id: string;
  person_id: string;
  right_id: string | null;
  position: number;
  state: 'waiting' | 'sent' | 'skipped';
  skipped: SkipReason | null;
  settled_at: Date | string | null;
  notice_id: string | null;
  draft_id: string | null;
  opened_at: Date | string | null;
  answer_case_id: string | null;
  answered_at: Date | string | null;
}

const recipients = (db: Queryable) =>
  tables(db).selectFrom('campaign_recipient as r').selectAll('r').$castTo<RecipientRow>();

export interface NewRecipient {
  readonly id: string;
  readonly caseId: string;
  readonly personId: string;
  readonly rightId: string | null;
  readonly position: number;
}

/** Rows of one statement: parameters are counted. */
const CHUNK = 2000;

export const insertRecipients = async (
  tx: Queryable,
  { id, administration }: { readonly id: string; readonly administration: string },
  rows: readonly NewRecipient[],
): Promise<void> => {
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK);
    await tx.query(
      `insert into casework.campaign_recipient (id, campaign_id, administration, case_id, person_id, right_id, position, state)
       select n.id, $1, $2, n.case_id, n.person_id, n.right_id, n.position, 'waiting'
         from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::integer[])
           as n (id, case_id, person_id, right_id, position)`,
      [
        id,
        administration,
        chunk.map((one) => one.id),
        chunk.map((one) => one.caseId),
        chunk.map((one) => one.personId),
        chunk.map((one) => one.rightId),
        chunk.map((one) => one.position),
      ],
    );
  }
};

/** The next ones who wait for their letter. */
export const listWaiting = (db: Queryable, campaignId: string, limit: number): Promise<RecipientRow[]> =>
  recipients(db)
    .where('r.campaign_id', '=', campaignId)
    .where('r.state', '=', 'waiting')
    .orderBy('r.position')
    .limit(limit)
    .execute();

export const findRecipient = (db: Queryable, id: string): Promise<RecipientRow | undefined> =>
  recipients(db).where('r.id', '=', id).executeTakeFirst();

export const lockRecipient = (tx: Queryable, id: string): Promise<RecipientRow | undefined> =>
  recipients(tx).where('r.id', '=', id).forUpdate().executeTakeFirst();

export const settleRecipient = (
  tx: Queryable,
  id: string,
  outcome: { readonly at: number } & (
    | { readonly state: 'sent'; readonly noticeId: string }
    | { readonly state: 'skipped'; readonly skipped: SkipReason }
  ),
) =>
  tables(tx)
    .updateTable('campaign_recipient')
    .set({
      state: outcome.state,
      settled_at: isoOf(outcome.at),
      ...(outcome.state === 'sent' ? { notice_id: outcome.noticeId } : { skipped: outcome.skipped }),
    })
    .where('id', '=', id)
    .execute();

/** Whom somebody was sent a letter of a campaign, the newest first: their own and those of whom they act for. */
export const listInvitations = (db: Queryable, personId: string): Promise<RecipientRow[]> =>
  recipients(db)
    .where('r.person_id', '=', personId)
    .where('r.state', '=', 'sent')
    .orderBy('r.settled_at', 'desc')
    .orderBy('r.id')
    .limit(100)
    .execute();

export const noteBegun = (tx: Queryable, id: string, { draftId, at }: { draftId: string; at: number }) =>
  tables(tx)
    .updateTable('campaign_recipient')
    .set({ draft_id: draftId, opened_at: isoOf(at) })
    .where('id', '=', id)
    .execute();

/** Whether an application was begun from another invitation. */
export const isBegunElsewhere = async (
  db: Queryable,
  { id, draftId }: { readonly id: string; readonly draftId: string },
): Promise<boolean> => {
  const row = await tables(db)
    .selectFrom('campaign_recipient')
    .select('id')
    .where('draft_id', '=', draftId)
    .where('id', '<>', id)
    .executeTakeFirst();
  return row !== undefined;
};

type CountRow = { readonly [Name in keyof Omit<CampaignNumbers, 'skipped'> | SkipReason]: string | number };

/** What became of everybody a campaign is for, and of their letters. */
export const countRecipients = async (db: Queryable, campaignId: string): Promise<CampaignNumbers> => {
  const skipped = (reason: SkipReason) => sql<string>`count(*) filter (where r.skipped = ${reason})`;
  const told = (kinds: readonly string[]) => sql<string>`count(*) filter (where f.kinds && ${[...kinds]}::text[])`;
  const { rows } = await sql<CountRow>`
    select count(*) as recipients, count(*) filter (where r.state = 'waiting') as waiting,
           count(*) filter (where r.state = 'sent') as sent,
           ${told(['delivered', 'presented', 'read'])} as delivered, ${told(['read'])} as read,
           ${told(['returned', 'unclaimed', 'refused'])} as returned,
           ${skipped('answered')} as answered_before, ${skipped('objected')} as objected,
           ${skipped('changed')} as changed, ${skipped('unreachable')} as unreachable, ${skipped('unwritten')} as unwritten,
           count(r.opened_at) as begun, count(r.answer_case_id) as answered,
           count(*) filter (where a.draft_id = r.draft_id) as "byInvitation"
      from casework.campaign_recipient r
      left join casework.case_file a on a.id = r.answer_case_id
      left join lateral (
        select array_agg(f.kind) as kinds from casework.notice_fate f
         where f.notice_id = r.notice_id and f.kind <> 'annulled'
           and not exists (select from casework.notice_fate g where g.corrects = f.id)) f on true
     where r.campaign_id = ${campaignId}`.execute(tables(db));
  const row = rows[0] as (CountRow & { readonly answered_before: string | number }) | undefined;
  const count = (name: keyof CountRow | 'answered_before'): number => Number(row?.[name] ?? 0);
  return {
    recipients: count('recipients'),
    waiting: count('waiting'),
    sent: count('sent'),
    delivered: count('delivered'),
    read: count('read'),
    returned: count('returned'),
    skipped: {
      answered: count('answered_before'),
      objected: count('objected'),
      changed: count('changed'),
      unreachable: count('unreachable'),
      unwritten: count('unwritten'),
    },
    begun: count('begun'),
    answered: count('answered'),
    byInvitation: count('byInvitation'),
  };
};

export interface ShortCount {
  campaign_id: string;
  recipients: string | number;
  sent: string | number;
  answered: string | number;
}

/** The same in three numbers, of several campaigns. */
export const countShortly = (db: Queryable, ids: readonly string[]): Promise<ShortCount[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tables(db)
        .selectFrom('campaign_recipient as r')
        .select('r.campaign_id')
        .select((one) => [
          one.fn.countAll<string>().as('recipients'),
          sql<string>`count(*) filter (where r.state = 'sent')`.as('sent'),
          one.fn.count<string>('r.answer_case_id').as('answered'),
        ])
        .where('r.campaign_id', 'in', ids)
        .groupBy('r.campaign_id')
        .execute();

export interface ResultRow {
  reference: string;
  applicant: string;
  number: string | null;
  state: RecipientRow['state'];
  skipped: SkipReason | null;
  settled_at: Date | string | null;
  channels: string[] | null;
  opened_at: Date | string | null;
  answer: string | null;
  answered_at: Date | string | null;
}

/** One line a letter, for a table of numbers elsewhere. */
export const listResults = (db: Queryable, campaignId: string): Promise<ResultRow[]> =>
  tables(db)
    .selectFrom('campaign_recipient as r')
    .innerJoin('case_file as f', 'f.id', 'r.case_id')
    .leftJoin('granted_right as g', 'g.id', 'r.right_id')
    .leftJoin('case_file as a', 'a.id', 'r.answer_case_id')
    .leftJoin('notice as n', 'n.id', 'r.notice_id')
    .leftJoin('letter as l', 'l.id', 'n.letter_id')
    .select(['f.reference', 'f.applicant', 'g.number', 'r.state', 'r.skipped', 'r.settled_at', 'l.channels'])
    .select(['r.opened_at', 'a.reference as answer', 'r.answered_at'])
    .where('r.campaign_id', '=', campaignId)
    .orderBy('r.position')
    .$castTo<ResultRow>()
    .execute();
