import { actingFor } from '@irisflow/access';
import { askAtOnce } from './storage/online-payments.ts';
import type { UseCase } from './surroundings.ts';

/**
 * What the provider says by its webhook: that something changed, of which payment, and nothing that is believed. The provider is
 * asked for the rest. Whoever sends a key that there is not learns nothing by it.
 */
export const hearProvider: UseCase<{ readonly id: string }, void> = async (given, actor, { id }) => {
  const { database, clock, onlinePaymentBell } = actingFor(given, actor, 'onlinePayments');
  if (await askAtOnce(database, { providerId: id }, clock.now())) onlinePaymentBell.ring();
};
