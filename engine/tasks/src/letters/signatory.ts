import type { Queryable } from '@irisflow/database';
import type { Locale } from '@irisflow/foundation';
import type { Signatory } from '@irisflow/casework';
import type { ProcedureDescription } from '@irisflow/procedures';
import { findPerformer } from '../storage/tasks.ts';

interface Signing {
  readonly caseId: string;
  readonly description: ProcedureDescription;
  readonly locale: Locale;
}

/** Elements whose tasks sign. */
const signingElements = ({ tasks }: Pick<ProcedureDescription, 'tasks'>): string[] =>
  Object.keys(tasks).filter((id) => tasks[id]?.capacity !== undefined);

/** Whether who completes a task signs what follows; where no task names a capacity, each does. */
export const isSigning = (description: Pick<ProcedureDescription, 'tasks'>, elementId: string): boolean => {
  const signing = signingElements(description);
  return signing.length === 0 || signing.includes(elementId);
};

/** The last who did a task that signs; null when nobody has. */
export const findSignatory = async (
  db: Queryable,
  { caseId, description, locale }: Signing,
): Promise<Signatory | null> => {
  const elementIds = signingElements(description);
  if (elementIds.length === 0) return null;
  const found = await findPerformer(db, { caseId, elementIds });
  const capacity = found === undefined ? undefined : description.tasks[found.element_id]?.capacity;
  return found === undefined || capacity === undefined ? null : { name: found.name, capacity: capacity[locale] };
};
