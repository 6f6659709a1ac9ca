import { type Actor, type Clerk, requireClerk, requireStaff, requireWhole } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { type CampaignRow, findCampaign, lockCampaign } from '../storage/campaigns.ts';

/**
 * A clerk who writes to many people at once: they handle cases, which is how whoever is written to is known, and were given
 * this beside. Of a part of the cases nobody makes a campaign.
 */
export const requireCommunicator = (actor: Actor): Clerk => {
  requireClerk(actor);
  const clerk = requireStaff(actor, ['communicator']);
  requireWhole(clerk);
  return clerk;
};

export const unknownCampaign = (id: string): CaseworkError =>
  new CaseworkError('NOT_FOUND', `Expected a campaign ${id.slice(0, 40)}, but there is none`);

const ownCampaign =
  (read: typeof findCampaign) =>
  async (db: Queryable, { administration }: Clerk, id: string): Promise<CampaignRow> => {
    const row = await read(db, id);
    if (row?.administration === administration) return row;
    throw unknownCampaign(id);
  };

/** A campaign of their administration. */
export const requireCampaign = ownCampaign(findCampaign);
/** The same, locked until the transaction ends. */
export const lockOwnCampaign = ownCampaign(lockCampaign);

export const requireState = (row: CampaignRow, states: readonly CampaignRow['state'][]): void => {
  if (states.includes(row.state)) return;
  throw new CaseworkError(
    'CAMPAIGN_STATE',
    `Expected a campaign that is ${states.join(' or ')}, but it is ${row.state}`,
  );
};
