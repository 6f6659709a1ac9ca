import { appendAudit, job } from '@irisflow/access';
import { findCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, doEach, instantOf } from '@irisflow/foundation';
import { linkCases } from '@irisflow/intake';
import { type Answer, listAnswers, setAnswered } from '../storage/answers.ts';
import { type CampaignRow, listCampaignsToDo, setAnswersUntil } from '../storage/campaigns.ts';
import { lockRecipient } from '../storage/recipients.ts';
import type { Surroundings } from '../surroundings.ts';

/** What was filed a little before it was last looked may have been written after. */
const OVERLAP_MS = 5 * 60_000;

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
    await setAnswered(tx, id, { caseId, at: surroundings.clock.now() });
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
