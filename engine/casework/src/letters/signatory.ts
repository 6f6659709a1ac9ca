import type { Queryable } from '@irisflow/database';
import type { Locale } from '@irisflow/foundation';
import type { ProcedureDescription } from '@irisflow/procedures';
import { findPerformer } from '../storage/tasks.ts';

/** Who signs a letter, and in which capacity. */
export interface Signatory {
  readonly name: string;
  readonly capacity: string;
}

interface Signing {
  readonly caseId: string;
  readonly description: ProcedureDescription;
  readonly locale: Locale;
}

/** The last who did a task that signs; null when nobody has. */
export const findSignatory = async (
  db: Queryable,
  { caseId, description: { tasks }, locale }: Signing,
): Promise<Signatory | null> => {
  const elementIds = Object.keys(tasks).filter((id) => tasks[id]?.capacity !== undefined);
  if (elementIds.length === 0) return null;
  const found = await findPerformer(db, { caseId, elementIds });
  const capacity = found === undefined ? undefined : tasks[found.element_id]?.capacity;
  return found === undefined || capacity === undefined ? null : { name: found.name, capacity: capacity[locale] };
};
