import type { Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import type { CampaignAct } from '../views/campaign.ts';
import { tables } from './tables.ts';

export interface EventRow {
  at: Date | string;
  act: CampaignAct;
  reason: string | null;
  author: string | null;
}

export interface NewEvent {
  readonly campaignId: string;
  readonly administration: string;
  readonly at: number;
  readonly act: CampaignAct;
  readonly reason: string | null;
  /** Id of a person; null where the clock did it. */
  readonly author: string | null;
}

export const insertEvent = (tx: Queryable, { campaignId, administration, at, act, reason, author }: NewEvent) =>
  tx.query(
    `insert into casework.campaign_event (campaign_id, administration, at, act, reason, author)
     values ($1, $2, $3, $4, $5, $6)`,
    [campaignId, administration, isoOf(at), act, reason, author],
  );

/** The newest first. */
export const listEvents = (db: Queryable, campaignId: string): Promise<EventRow[]> =>
  tables(db)
    .selectFrom('campaign_event')
    .select(['at', 'act', 'reason', 'author'])
    .where('campaign_id', '=', campaignId)
    .orderBy('id', 'desc')
    .$castTo<EventRow>()
    .execute();
