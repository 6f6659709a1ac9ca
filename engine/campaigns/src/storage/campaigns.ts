import { type Queryable, sql } from '@irisflow/database';
import { isoOf, jsonOf, type LocalizedText, type Position } from '@irisflow/foundation';
import type { ContactUnit, LetterTemplate } from '@irisflow/letters';
import type { CampaignPlan, CampaignState, Ground, PauseCause } from '../views/campaign.ts';
import type { LeftOut, Selection } from '../views/selection.ts';
import { tables } from './tables.ts';

export interface CampaignRow {
  id: string;
  administration: string;
  revision: number;
  name: string;
  title: LocalizedText;
  purpose: LocalizedText;
  legal_basis: LocalizedText;
  ground: Ground;
  selection: Selection;
  procedure_key: string;
  link: CampaignPlan['link'];
  letter: string;
  content: LetterTemplate | null;
  version: number | null;
  /** Days are `YYYY-MM-DD`. */
  begins_on: string;
  ends_on: string;
  per_day: number;
  per_hour: number;
  office_hours: boolean;
  stop_share: number;
  state: CampaignState;
  paused_because: PauseCause | null;
  prepared_by: string;
  started_by: string | null;
  created_at: Date | string;
  drawn_at: Date | string | null;
  left_out: Partial<Record<LeftOut, number>> | null;
  contact_unit: ContactUnit | null;
  answers_until: Date | string | null;
  day: string | null;
  day_sent: number;
  hour: Date | string | null;
  hour_sent: number;
}

const columns = [
  'c.id',
  'c.administration',
  'c.revision',
  'c.name',
  'c.title',
  'c.purpose',
  'c.legal_basis',
  'c.ground',
  'c.selection',
  'c.procedure_key',
  'c.link',
  'c.letter',
  'c.content',
  'c.version',
  'c.per_day',
  'c.per_hour',
  'c.office_hours',
  'c.stop_share',
  'c.state',
  'c.paused_because',
  'c.prepared_by',
  'c.started_by',
  'c.created_at',
  'c.drawn_at',
  'c.left_out',
  'c.contact_unit',
  'c.answers_until',
  'c.day_sent',
  'c.hour',
  'c.hour_sent',
] as const;

/** Days come as text: drivers would make instants of them. */
const campaigns = (db: Queryable) =>
  tables(db)
    .selectFrom('campaign as c')
    .select(columns)
    .select([
      sql<string>`c.begins_on::text`.as('begins_on'),
      sql<string>`c.ends_on::text`.as('ends_on'),
      sql<string | null>`c.day::text`.as('day'),
    ])
    .$castTo<CampaignRow>();

export const findCampaign = (db: Queryable, id: string): Promise<CampaignRow | undefined> =>
  campaigns(db).where('c.id', '=', id).executeTakeFirst();

/** Until the transaction ends nobody else moves it, and none of its letters goes. */
export const lockCampaign = (tx: Queryable, id: string): Promise<CampaignRow | undefined> =>
  campaigns(tx).where('c.id', '=', id).forUpdate().executeTakeFirst();

export const findCampaigns = (db: Queryable, ids: readonly string[]): Promise<CampaignRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : campaigns(db).where('c.id', 'in', ids).execute();

export interface CampaignPage {
  readonly administration: string;
  readonly before: Position | null;
  readonly limit: number;
}

/** The newest first. */
export const listCampaignRows = (
  db: Queryable,
  { administration, before, limit }: CampaignPage,
): Promise<CampaignRow[]> => {
  let query = campaigns(db).where('c.administration', '=', administration);
  if (before !== null)
    query = query.where(sql<boolean>`(c.created_at, c.id) < (${before.sort}::timestamptz, ${before.id}::text)`);
  return query.orderBy('c.created_at', 'desc').orderBy('c.id', 'desc').limit(limit).execute();
};

export const countCampaignRows = async (db: Queryable, administration: string): Promise<number> => {
  const row = await tables(db)
    .selectFrom('campaign')
    .select((one) => one.fn.countAll<string>().as('total'))
    .where('administration', '=', administration)
    .executeTakeFirst();
  return Number(row?.total ?? 0);
};

/** Those of which the clock has something to do, of every administration. */
export const listCampaignsToDo = (db: Queryable): Promise<CampaignRow[]> =>
  campaigns(db).where('c.state', 'in', ['scheduled', 'running', 'paused']).orderBy('c.id').execute();

const columnsOf = (plan: CampaignPlan) => ({
  name: plan.name,
  title: jsonOf(plan.title),
  purpose: jsonOf(plan.purpose),
  legal_basis: jsonOf(plan.legalBasis),
  ground: plan.ground,
  selection: jsonOf(plan.selection),
  procedure_key: plan.procedureKey,
  link: plan.link,
  letter: plan.letter,
  begins_on: plan.beginsOn,
  ends_on: plan.endsOn,
  per_day: plan.perDay,
  per_hour: plan.perHour,
  office_hours: plan.officeHours,
  stop_share: plan.stopShare,
});

export const insertCampaign = (
  tx: Queryable,
  campaign: {
    readonly id: string;
    readonly administration: string;
    readonly plan: CampaignPlan;
    readonly preparedBy: string;
    readonly at: number;
  },
) =>
  tables(tx)
    .insertInto('campaign')
    .values({
      ...columnsOf(campaign.plan),
      id: campaign.id,
      administration: campaign.administration,
      revision: 1,
      state: 'draft',
      prepared_by: campaign.preparedBy,
      created_at: isoOf(campaign.at),
      day_sent: 0,
      hour_sent: 0,
    })
    .execute();

export const setPlan = (
  tx: Queryable,
  id: string,
  { plan, preparedBy }: { readonly plan: CampaignPlan; readonly preparedBy: string },
) =>
  tables(tx)
    .updateTable('campaign')
    .set((is) => ({ ...columnsOf(plan), prepared_by: preparedBy, state: 'draft', revision: is('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();

export const setState = (tx: Queryable, id: string, state: CampaignState, because: PauseCause | null = null) =>
  tables(tx).updateTable('campaign').set({ state, paused_because: because }).where('id', '=', id).execute();

export interface Start {
  readonly by: string;
  readonly at: number;
  readonly content: LetterTemplate;
  readonly version: number;
}

/** From now on it says what it says. */
export const setStarted = (tx: Queryable, id: string, { by, at, content, version }: Start) =>
  tables(tx)
    .updateTable('campaign')
    .set({ state: 'scheduled', started_by: by, started_at: isoOf(at), content: jsonOf(content), version })
    .where('id', '=', id)
    .execute();

export const setDrawn = (
  tx: Queryable,
  id: string,
  {
    at,
    leftOut,
    unit,
  }: {
    readonly at: number;
    readonly leftOut: Partial<Record<LeftOut, number>>;
    readonly unit: ContactUnit | null;
  },
) =>
  tables(tx)
    .updateTable('campaign')
    .set({
      state: 'running',
      drawn_at: isoOf(at),
      answers_until: isoOf(at),
      left_out: jsonOf(leftOut),
      contact_unit: unit === null ? null : jsonOf(unit),
    })
    .where('id', '=', id)
    .execute();

/** One letter more went today and in this hour. */
export const setPace = (
  tx: Queryable,
  id: string,
  pace: { readonly day: string; readonly daySent: number; readonly hour: number; readonly hourSent: number },
) =>
  tables(tx)
    .updateTable('campaign')
    .set({ day: pace.day, day_sent: pace.daySent, hour: isoOf(pace.hour), hour_sent: pace.hourSent })
    .where('id', '=', id)
    .execute();

export const setAnswersUntil = (tx: Queryable, id: string, at: number) =>
  tables(tx)
    .updateTable('campaign')
    .set({ answers_until: isoOf(at) })
    .where('id', '=', id)
    .execute();
