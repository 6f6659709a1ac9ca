import type { Actor } from '@irisflow/access';
import { requireContactUnit } from '@irisflow/branding';
import { isForMany } from '../selection/unit-of-many.ts';
import type { Surroundings } from '../surroundings.ts';
import { requireCampaign, requireCommunicator } from './communicator.ts';

/** Refuses a campaign to many of an administration that has not said whom its letters name. Counts people: not inside a transaction. */
export const requireUnitOfMany = async (
  surroundings: Surroundings,
  actor: Actor,
  campaignId: string,
): Promise<void> => {
  const { database } = surroundings;
  const campaign = await requireCampaign(database, requireCommunicator(actor), campaignId);
  if (await isForMany(surroundings, actor, campaign)) await requireContactUnit(database, campaign.administration);
};
