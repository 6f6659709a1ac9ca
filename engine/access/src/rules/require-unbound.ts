import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { listAdministrators } from '../storage/access-rules.ts';

/**
 * Refuses what would leave an administration administered by people alone whom rules bound: their other roles do not count, and
 * nobody there could lift the rules again. One that has no administrator of its own is the platform's.
 */
export const requireUnbound = async (tx: Queryable, administration: string): Promise<void> => {
  const administrators = await listAdministrators(tx, administration);
  if (administrators.length === 0 || administrators.some(({ bound }) => !bound)) return;
  throw new CaseworkError(
    'LAST_ADMINISTRATOR',
    `Expected an administrator of ${administration} whom no rule of access bounds, but there would be none`,
  );
};
