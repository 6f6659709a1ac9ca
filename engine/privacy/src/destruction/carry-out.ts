import { actingAs, appendAudit, job } from '@irisflow/access';
import { countItems, endDestruction, listFinished, listItemsToGo, lockDestruction } from '../storage/destructions.ts';
import type { Surroundings } from '../surroundings.ts';
import { destroyCase } from './destroy-case.ts';

/** Cases of one round: others wait as long for the store as these take. */
const AT_ONCE = 25;

const close = (surroundings: Surroundings, id: string): Promise<void> =>
  surroundings.database.transaction(async (tx) => {
    const row = await lockDestruction(tx, id);
    if (row?.state !== 'running') return;
    const counts = (await countItems(tx, [id])).get(id);
    await endDestruction(tx, { id, state: 'done', at: surroundings.clock.now() });
    await appendAudit(surroundings, tx, {
      actor: job('retention'),
      action: 'destruction.done',
      object: `destruction:${id}`,
      administration: row.administration,
      detail: { destroyed: counts?.get('destroyed') ?? 0, kept: counts?.get('kept') ?? 0 },
    });
  });

/** One round of what was approved, for every administration; goes on where it was after a restart. */
export const carryOutDestructions = async (given: Surroundings): Promise<void> => {
  const surroundings = actingAs(given, job('retention'));
  const { database } = surroundings;
  let items = await listItemsToGo(database, AT_ONCE);
  while (items.length > 0) {
    const before = items;
    for (const item of items) await destroyCase(surroundings, item);
    items = await listItemsToGo(database, AT_ONCE);
    // Whatever another process has in its hands is not waited for.
    if (items.every(({ case_id: id }) => before.some((one) => one.case_id === id))) break;
  }
  for (const id of await listFinished(database)) await close(surroundings, id);
};
