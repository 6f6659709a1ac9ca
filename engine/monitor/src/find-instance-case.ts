import { askEngine } from '@irisflow/engine-client';
import { findCasesByInstances, type CaseRow } from '@irisflow/casework';
import type { Surroundings } from './surroundings.ts';
import type { OwnInstance } from './require-instance.ts';

/** Deeper than any engine calls. */
const MAX_CALLS = 50;

/** The case that an instance works for, itself or through those that called it; null when it works for none. */
export const findInstanceCase = async (
  { database, engine }: Surroundings,
  { instance, administration }: OwnInstance,
): Promise<CaseRow | null> => {
  let current = instance;
  for (let calls = 0; calls < MAX_CALLS; calls += 1) {
    const [row] = await findCasesByInstances(database, [current.processInstanceKey]);
    if (row !== undefined) return row.administration === administration ? row : null;
    if (current.parentProcessInstanceKey === null) return null;
    current = await askEngine(engine.monitor.instance(current.parentProcessInstanceKey));
  }
  return null;
};
