import { type Queryable, sql } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import type { CampaignRow } from './campaigns.ts';
import { tables } from './tables.ts';

/** A case that was filed, with the letter that it answers. */
export interface Answer {
  readonly recipient_id: string;
  /** The case that answers. */
  readonly answer_id: string;
}

/** Cases that were filed since it was last looked, each with the letter that it answers: the one from which it was begun, or the first that nobody answered. */
export const listAnswers = async (db: Queryable, campaign: CampaignRow, since: number): Promise<Answer[]> => {
  const { rows } = await sql<Answer>`
    select distinct on (f.id) r.id as recipient_id, f.id as answer_id
      from casework.case_file f
      join casework.campaign_recipient r on r.campaign_id = ${campaign.id} and r.person_id = f.person_id
     where f.administration = ${campaign.administration} and f.procedure_key = ${campaign.procedure_key}
       and f.submitted_at >= ${isoOf(since)}::timestamptz and f.appeal_of is null and f.id <> r.case_id
       and r.state = 'sent' and r.answer_case_id is null and f.submitted_at >= r.settled_at
       and not exists (select from casework.campaign_recipient t
                        where t.campaign_id = r.campaign_id and t.answer_case_id = f.id)
     order by f.id, (f.draft_id is not distinct from r.draft_id) desc, r.position`.execute(tables(db));
  return rows;
};

export const setAnswered = (
  tx: Queryable,
  recipientId: string,
  { caseId, at }: { readonly caseId: string; readonly at: number },
) =>
  tables(tx)
    .updateTable('campaign_recipient')
    .set({ answer_case_id: caseId, answered_at: isoOf(at) })
    .where('id', '=', recipientId)
    .execute();
