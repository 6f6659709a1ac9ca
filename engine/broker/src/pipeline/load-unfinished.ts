import type { CommandOf } from '@irisflow/core';
import type { Database } from '@irisflow/database';
import type { ProcessInstanceKey } from '@irisflow/protocol';
import { loadUnfinishedRoots } from '../storage/load/load-aggregates.ts';

/** Commands that go on with the trees that stopped in the middle of their work. */
export const loadUnfinished = async (database: Database): Promise<CommandOf<'continueInstance'>[]> =>
  (await loadUnfinishedRoots(database)).map((rootKey) => ({
    kind: 'continueInstance',
    rootKey: rootKey as ProcessInstanceKey,
    definitionKeys: [],
    requirementsKeys: [],
  }));
