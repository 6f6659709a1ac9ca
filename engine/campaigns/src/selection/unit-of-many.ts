import type { Actor } from '@irisflow/access';
import { findContactUnit } from '@irisflow/branding';
import { dayOf } from '@irisflow/calendar';
import { type ContactUnit, MOST_FOR_ONE_CLERK } from '@irisflow/letters';
import { looking } from '../looking.ts';
import type { CampaignRow } from '../storage/campaigns.ts';
import { countSelected } from '../storage/selected.ts';
import type { Surroundings } from '../surroundings.ts';

/** Whether a campaign goes to so many people today that its letters name a unit. */
export const isForMany = async (
  surroundings: Surroundings,
  actor: Actor,
  { administration, selection, ground, procedure_key: procedureKey }: CampaignRow,
): Promise<boolean> => {
  const today = dayOf(surroundings.clock.now());
  const { database } = looking(surroundings, actor);
  const { parties } = await countSelected(database, { administration, selection, ground, procedureKey, today });
  return parties > MOST_FOR_ONE_CLERK;
};

/** Whom its letters would name in place of a clerk: as on its first day, or today; null where one clerk will do, or nobody said. */
export const unitOfMany = async (
  surroundings: Surroundings,
  actor: Actor,
  campaign: CampaignRow,
): Promise<ContactUnit | null> => {
  if (campaign.drawn_at !== null) return campaign.contact_unit;
  const isWanted = await isForMany(surroundings, actor, campaign);
  return isWanted ? findContactUnit(surroundings.database, campaign.administration) : null;
};
