import { type Actor, type Clerk, isAccountOf } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, requireReason } from '@irisflow/foundation';
import { checkPlan } from '../selection/check-plan.ts';
import { type CampaignRow, insertCampaign, setPlan, setStarted, setState } from '../storage/campaigns.ts';
import { listEvents } from '../storage/events.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { CampaignAct, CampaignPlan, CampaignView } from '../views/campaign.ts';
import { planOf, viewCampaign } from '../views/view-campaign.ts';
import { lockOwnCampaign, requireCommunicator, requireState } from './communicator.ts';
import { requireUnitOfMany } from './require-unit.ts';
import { note } from '../note.ts';

/** One act of somebody on one campaign of theirs, in one transaction. */
interface Act {
  readonly tx: Queryable;
  readonly actor: Actor;
  readonly clerk: Clerk;
  readonly row: CampaignRow;
}

const onCampaign = async (
  surroundings: Surroundings,
  actor: Actor,
  id: string,
  work: (act: Act) => Promise<void>,
): Promise<CampaignView> => {
  const clerk = requireCommunicator(actor);
  return surroundings.database.transaction(async (tx) => {
    await work({ tx, actor, clerk, row: await lockOwnCampaign(tx, clerk, id) });
    return viewCampaign(surroundings, tx, clerk, await lockOwnCampaign(tx, clerk, id));
  });
};

/** Prepares a campaign. Nothing goes before somebody else started it. */
export const createCampaign: UseCase<{ readonly plan: CampaignPlan }, CampaignView> = async (
  surroundings,
  actor,
  { plan },
) => {
  const clerk = requireCommunicator(actor);
  const { clock, random, database } = surroundings;
  const { administration, person } = clerk;
  const at = clock.now();
  const id = random.id();
  return database.transaction(async (tx) => {
    await checkPlan(surroundings, tx, { clerk, plan, today: dayOf(at) });
    await insertCampaign(tx, { id, administration, plan, preparedBy: person.id, at });
    await note(surroundings, tx, { actor, campaign: { id, administration }, act: 'created' });
    return viewCampaign(surroundings, tx, clerk, await lockOwnCampaign(tx, clerk, id));
  });
};

export interface Change {
  readonly campaignId: string;
  readonly revision: number;
  readonly plan: CampaignPlan;
}

/** Changes what was not started yet; what was proposed has to be proposed again. */
export const changeCampaign: UseCase<Change, CampaignView> = (surroundings, actor, { campaignId, revision, plan }) =>
  onCampaign(surroundings, actor, campaignId, async ({ tx, clerk, row }) => {
    requireState(row, ['draft', 'proposed']);
    if (row.revision !== revision)
      throw new CaseworkError(
        'STALE_REVISION',
        `Expected revision ${row.revision} of campaign ${row.id}, but the change is of ${revision}`,
      );
    await checkPlan(surroundings, tx, { clerk, plan, today: dayOf(surroundings.clock.now()) });
    await setPlan(tx, row.id, { plan, preparedBy: clerk.person.id });
    await note(surroundings, tx, { actor, campaign: row, act: 'changed' });
  });

export interface OfCampaign {
  readonly campaignId: string;
}

/** Hands it to somebody else, who reads and starts it. */
export const proposeCampaign: UseCase<OfCampaign, CampaignView> = async (surroundings, actor, { campaignId }) => {
  await requireUnitOfMany(surroundings, actor, campaignId);
  return onCampaign(surroundings, actor, campaignId, async ({ tx, clerk, row }) => {
    requireState(row, ['draft']);
    await checkPlan(surroundings, tx, { clerk, plan: planOf(row), today: dayOf(surroundings.clock.now()) });
    await setState(tx, row.id, 'proposed');
    await note(surroundings, tx, { actor, campaign: row, act: 'proposed' });
  });
};

const prepares: readonly CampaignAct[] = ['created', 'changed', 'proposed'];

/** Whoever wrote any of it does not start it, under none of their accounts. */
const requireSomebodyElse = async ({ tx, clerk, row }: Act): Promise<void> => {
  const authors = (await listEvents(tx, row.id)).flatMap(({ act, author }) =>
    prepares.includes(act) && author !== null ? [author] : [],
  );
  for (const author of new Set([row.prepared_by, ...authors]))
    if (await isAccountOf(tx, author, clerk.person))
      throw new CaseworkError(
        'FOUR_EYES',
        'Expected somebody else to start a campaign than who prepared it, but it is the same person',
      );
};

/** Letters go in the name of who starts: they must be able to write to everybody. */
const requireFree = ({ clerk: { person } }: Act): void => {
  if (person.isApart)
    throw new CaseworkError(
      'CONFLICT_OF_INTEREST',
      'Expected somebody without a conflict of interest to start a campaign, but there is one',
    );
};

/** Starts what somebody else prepared: from now on it says what it says, and begins on its day. */
export const startCampaign: UseCase<OfCampaign, CampaignView> = async (surroundings, actor, { campaignId }) => {
  await requireUnitOfMany(surroundings, actor, campaignId);
  return onCampaign(surroundings, actor, campaignId, async (act) => {
    const { tx, clerk, row } = act;
    requireState(row, ['proposed']);
    requireFree(act);
    await requireSomebodyElse(act);
    const at = surroundings.clock.now();
    const { procedure } = await checkPlan(surroundings, tx, { clerk, plan: planOf(row), today: dayOf(at) });
    const content = procedure.letters.get(row.letter);
    if (content === undefined) throw new Error(`Expected letter ${row.letter} that was just found, but there is none`);
    await setStarted(tx, row.id, { by: clerk.person.id, at, content, version: procedure.version });
    await note(surroundings, tx, { actor, campaign: row, act: 'started', detail: { version: procedure.version } });
  });
};

export interface Said extends OfCampaign {
  readonly reason: string;
}

/** Gives it back to whoever prepared it, who reads why. */
export const sendBackCampaign: UseCase<Said, CampaignView> = (surroundings, actor, { campaignId, reason }) =>
  onCampaign(surroundings, actor, campaignId, async ({ tx, row }) => {
    requireState(row, ['proposed']);
    await setState(tx, row.id, 'draft');
    await note(surroundings, tx, { actor, campaign: row, act: 'sentBack', reason: requireReason(reason) });
  });

/** No letter goes until somebody lets it go on; who was written to may answer. */
export const pauseCampaign: UseCase<Said, CampaignView> = (surroundings, actor, { campaignId, reason }) =>
  onCampaign(surroundings, actor, campaignId, async ({ tx, row }) => {
    requireState(row, ['scheduled', 'running']);
    await setState(tx, row.id, 'paused', 'office');
    await note(surroundings, tx, { actor, campaign: row, act: 'paused', reason: requireReason(reason) });
  });

export const resumeCampaign: UseCase<OfCampaign, CampaignView> = (surroundings, actor, { campaignId }) =>
  onCampaign(surroundings, actor, campaignId, async ({ tx, row }) => {
    requireState(row, ['paused']);
    await setState(tx, row.id, row.drawn_at === null ? 'scheduled' : 'running');
    await note(surroundings, tx, { actor, campaign: row, act: 'resumed' });
  });

/** Ends it for good: no further letter goes, and nothing counts as its answer any more. */
export const stopCampaign: UseCase<Said, CampaignView> = (surroundings, actor, { campaignId, reason }) =>
  onCampaign(surroundings, actor, campaignId, async ({ tx, row }) => {
    requireState(row, ['draft', 'proposed', 'scheduled', 'running', 'paused']);
    await setState(tx, row.id, 'ended');
    await note(surroundings, tx, { actor, campaign: row, act: 'stopped', reason: requireReason(reason) });
  });
