import { type Actor, appendAudit } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { insertEvent } from './storage/events.ts';
import type { Surroundings } from './surroundings.ts';
import type { CampaignAct } from './views/campaign.ts';

export interface Note {
  /** In whose name the audit has it. */
  readonly actor: Actor;
  /** Whether the clock did it, in the name of whoever started the campaign. */
  readonly byClock?: true;
  readonly campaign: { readonly id: string; readonly administration: string };
  readonly act: CampaignAct;
  readonly reason?: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Writes what became of a campaign into its history and into the audit. Call it last. */
export const note = async (
  surroundings: Pick<Surroundings, 'clock'>,
  tx: Queryable,
  { actor, byClock, campaign: { id, administration }, act, reason = null, detail = {} }: Note,
): Promise<void> => {
  const author = actor.kind === 'person' && byClock === undefined ? actor.person.id : null;
  await insertEvent(tx, { campaignId: id, administration, at: surroundings.clock.now(), act, reason, author });
  await appendAudit(surroundings, tx, {
    actor,
    action: `campaign.${act}`,
    object: `campaign:${id}`,
    administration,
    detail,
  });
};
