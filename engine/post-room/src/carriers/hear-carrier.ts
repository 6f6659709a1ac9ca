import { actingFor } from '@irisflow/access';
import { askAtOnce } from '../storage/consignments.ts';
import type { UseCase } from '../surroundings.ts';

/**
 * What a carrier says by its webhook: that something changed, of which letter, and nothing that is believed. The carrier is asked for
 * the rest. Whoever sends a key that there is not learns nothing by it.
 */
export const hearCarrier: UseCase<{ readonly id: string }, void> = async (given, actor, { id }) => {
  const { database, clock, carrierBell } = actingFor(given, actor, 'carriers');
  if (await askAtOnce(database, id, clock.now())) carrierBell.ring();
};
