import { appendAudit, job } from '@irisflow/access';
import { findCase } from '@irisflow/casework';
import { type Queryable, sql } from '@irisflow/database';
import { CaseworkError, doEach, instantOf, isoOf } from '@irisflow/foundation';
import { linkCases } from '@irisflow/intake';
import { type CampaignRow, listCampaignsToDo, setAnswersUntil } from '../storage/campaigns.ts';
import { lockRecipient } from '../storage/recipients.ts';
import { tables } from '../storage/tables.ts';
import type { Surroundings } from '../surroundings.ts';

/** What was filed a little before it was last looked may have been written after. */
const OVERLAP_MS = 5 * 60_000;

interface Answer {
  readonly recipient_id: string;
  /** The case that answers. */
  readonly answer_id: string;
}

/** Cases that were filed since it was last looked, each with the letter that it answers: the one from which it was begun, or the first that nobody answered. */
const listAnswers = async (db: Queryable, campaign: CampaignRow, since: number): Promise<Answer[]> => {
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

const link = async (
  surroundings: Surroundings,
  tx: Queryable,
  {
    campaign,
    caseId,
    ofCaseId,
  }: { readonly campaign: CampaignRow; readonly caseId: string; readonly ofCaseId: string },
): Promise<void> => {
  const of = await findCase(tx, ofCaseId);
  if (of === undefined) return;
  try {
    await linkCases(surroundings, tx, { actor: job('intake'), kind: campaign.link, caseId, of, reason: campaign.name });
  } catch (thrown) {
    // A clerk was quicker.
    if (!(thrown instanceof CaseworkError) || thrown.code !== 'LINKED_ALREADY') throw thrown;
  }
};

const noteOne = async (surroundings: Surroundings, campaign: CampaignRow, answer: Answer): Promise<boolean> =>
  surroundings.database.transaction(async (tx) => {
    const { recipient_id: id, answer_id: caseId } = answer;
    const recipient = await lockRecipient(tx, id);
    if (recipient === undefined || recipient.answer_case_id !== null) return false;
    await tables(tx)
      .updateTable('campaign_recipient')
      .set({ answer_case_id: caseId, answered_at: isoOf(surroundings.clock.now()) })
      .where('id', '=', id)
      .execute();
    await link(surroundings, tx, { campaign, caseId, ofCaseId: recipient.case_id });
    await appendAudit(surroundings, tx, {
      actor: job('intake'),
      action: 'campaign.answered',
      object: `case:${caseId}`,
      administration: campaign.administration,
      detail: { campaign: campaign.id },
    });
    return true;
  });

const look = async (surroundings: Surroundings, campaign: CampaignRow): Promise<boolean> => {
  const { answers_until: until } = campaign;
  if (until === null) return false;
  const { database, clock } = surroundings;
  const since = Date.parse(instantOf(until)) - OVERLAP_MS;
  const now = clock.now();
  const answers = await listAnswers(database, campaign, since);
  const noted = await doEach(`note who answered campaign ${campaign.id}`, answers, (answer) =>
    noteOne(surroundings, campaign, answer),
  );
  // Of several cases of one person the next look finds the others.
  if (answers.length === noted) await setAnswersUntil(database, campaign.id, now);
  return noted > 0;
};

/** Finds who answered which campaign, by whichever way, and links their case with the one by which they were known. */
export const noteAnswers = async (surroundings: Surroundings): Promise<number> => {
  const todo = await listCampaignsToDo(surroundings.database);
  return doEach('note who answered', todo, (campaign) => look(surroundings, campaign));
};
