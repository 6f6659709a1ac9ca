import { actingAs, type Actor, actorLater, job } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { CaseworkError, doEach } from '@irisflow/foundation';
import { isRetired } from '@irisflow/procedures';
import { requireCommunicator } from '../desk/communicator.ts';
import { note } from '../note.ts';
import { type CampaignRow, findCampaign, listCampaignsToDo, lockCampaign, setState } from '../storage/campaigns.ts';
import { countRecipients, listWaiting } from '../storage/recipients.ts';
import type { Surroundings } from '../surroundings.ts';
import type { PauseCause } from '../views/campaign.ts';
import { drawRecipients } from './draw.ts';
import { paceAfterOne } from './pace.ts';
import { sendOne } from './send-one.ts';

/** Letters of a campaign in a round: whoever stops the platform does not wait for all of them. */
const ROUND = 50;
/** Of fewer letters a share says nothing. */
const SHARE_OF = 20;

const clockOf = job('campaigns');

const end = ({ database, ...rest }: Surroundings, id: string): Promise<boolean> =>
  database.transaction(async (tx) => {
    const row = await lockCampaign(tx, id);
    if (row === undefined || row.state === 'ended') return false;
    await setState(tx, id, 'ended');
    await note(rest, tx, { actor: clockOf, campaign: row, act: 'ended' });
    return true;
  });

const pause = ({ database, ...rest }: Surroundings, id: string, because: PauseCause): Promise<boolean> =>
  database.transaction(async (tx) => {
    const row = await lockCampaign(tx, id);
    if (row?.state !== 'running' && row?.state !== 'scheduled') return false;
    await setState(tx, id, 'paused', because);
    await note(rest, tx, { actor: clockOf, campaign: row, act: 'paused', detail: { because } });
    return true;
  });

/** Who started it, as they are now; null where they may write to people no more. */
const starterOf = async (
  { database }: Surroundings,
  { started_by: startedBy, administration }: CampaignRow,
): Promise<Actor | null> => {
  if (startedBy === null) return null;
  const actor = await actorLater(database, startedBy);
  try {
    const clerk = requireCommunicator(actor);
    return clerk.administration === administration && !clerk.person.isApart ? actor : null;
  } catch (thrown) {
    if (thrown instanceof CaseworkError) return null;
    throw thrown;
  }
};

/** Whether it is known of too many letters that they reached nobody. */
const isReturned = async ({ database }: Surroundings, { id, stop_share: share }: CampaignRow): Promise<boolean> => {
  const { sent, returned } = await countRecipients(database, id);
  return sent >= SHARE_OF && returned * 100 >= share * sent;
};

/** Sends what may go now, in the name of who started it; answers how many were dealt with. */
const send = async (surroundings: Surroundings, actor: Actor, campaign: CampaignRow): Promise<number> => {
  const own = actingAs(surroundings, actor);
  let done = 0;
  for (const recipient of await listWaiting(own.database, campaign.id, ROUND)) {
    // How many went is read anew each time: another process may be sending.
    const now = await findCampaign(own.database, campaign.id);
    if (now?.state !== 'running') break;
    if ((await sendOne(own, { actor, campaign: now, recipient })) === 'later') break;
    done += 1;
  }
  return done;
};

const goOn = async (surroundings: Surroundings, actor: Actor, campaign: CampaignRow): Promise<boolean> => {
  if (campaign.state === 'scheduled') return drawRecipients(surroundings, { actor, campaignId: campaign.id });
  if (paceAfterOne(campaign, surroundings.clock.now()) === null) return false;
  const own = actingAs(surroundings, actor);
  if ((await listWaiting(own.database, campaign.id, 1)).length === 0) return false;
  if (await isReturned(own, campaign)) return pause(surroundings, campaign.id, 'returned');
  return (await send(surroundings, actor, campaign)) > 0;
};

const workOff = async (surroundings: Surroundings, campaign: CampaignRow): Promise<boolean> => {
  const today = dayOf(surroundings.clock.now());
  if (campaign.ends_on < today) return end(surroundings, campaign.id);
  if (campaign.state === 'paused' || campaign.begins_on > today) return false;
  if (await isRetired(surroundings, surroundings.database, { key: campaign.procedure_key }))
    return pause(surroundings, campaign.id, 'retired');
  const actor = await starterOf(surroundings, campaign);
  if (actor === null) return pause(surroundings, campaign.id, 'starter');
  return goOn(surroundings, actor, campaign);
};

/**
 * Goes on with every campaign: writes down whom those are for that begin today, sends as many letters as each may send now, and
 * ends those whose days are over. Answers in how many something was done.
 */
export const workOffCampaigns = async (surroundings: Surroundings): Promise<number> => {
  const todo = await listCampaignsToDo(surroundings.database);
  return doEach('go on with every campaign', todo, (campaign) => workOff(surroundings, campaign));
};
