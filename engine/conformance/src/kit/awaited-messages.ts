import type { World } from './world.ts';

/** Ids of the elements through which an instance still waits for a message, one for each subscription, in alphabetical order. */
export const awaitedMessages = async (world: World, processInstanceKey: string): Promise<readonly unknown[]> => {
  const filter = { processInstanceKey, messageSubscriptionState: 'CREATED' };
  const sort = [{ field: 'elementId', order: 'ASC' }];
  const found = await world.rest.search('/message-subscriptions/search', { filter, sort });
  return found.map(({ elementId }) => elementId);
};
