import { vi } from 'vitest';
import type { World } from '../../kit/world.ts';

/** How long work that nobody waits for may take, in milliseconds. */
const PATIENCE = 60_000;

const BUSY = `
  select 'timer ' || element_id as line from engine.timer where root_key = $1 and due_at <= $2
  union all select 'steps to do' from engine.instance_state where root_key = $1 and has_steps`;

/** Waits until nothing of the instance is due and no step of it is left to do. */
export const comeToRest = async (world: World, rootKey: string): Promise<void> => {
  await vi.waitFor(
    async () => {
      const busy = await world.rest.engine.database.query<{ line: string }>(BUSY, [rootKey, world.clock.now()]);
      if (busy.length > 0) {
        throw new Error(`Expected the instance to come to rest, but found ${busy.map(({ line }) => line).join(', ')}`);
      }
    },
    { timeout: PATIENCE, interval: 5 },
  );
};
