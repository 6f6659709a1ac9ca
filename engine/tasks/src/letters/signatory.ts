import type { Queryable } from '@irisflow/database';
import type { Locale, LocalizedText } from '@irisflow/foundation';
import type { Signatory } from '@irisflow/casework';
import type { ProcedureDescription } from '@irisflow/procedures';
import { findPerformer } from '../storage/performers.ts';

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

interface Signer {
  readonly name: string;
  /** In which capacity who does the task signs. */
  readonly capacity: LocalizedText;
  /** In whose name they sign, and what they are themselves; null for themselves. */
  readonly under: { readonly delegator: string; readonly capacity: LocalizedText } | null;
}

const byDelegation: Readonly<Record<Locale, (whom: string, who: string) => string>> = {
  fr: (whom, who) => `Pour ${whom}, par délégation : ${who}`,
  nl: (whom, who) => `Namens ${whom}, bij delegatie: ${who}`,
  en: (whom, who) => `For ${whom}, by delegation: ${who}`,
};

/** As it stands below a letter: the capacity is the task's, and a delegate's own where they sign for somebody. */
export const signatoryIn = ({ name, capacity, under }: Signer, locale: Locale): Signatory =>
  under === null
    ? { name, capacity: capacity[locale] }
    : {
        name: byDelegation[locale](`${under.delegator}, ${capacity[locale]}`, name),
        capacity: under.capacity[locale],
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
  if (found === undefined || capacity === undefined) return null;
  const { name, delegator, capacity: own } = found;
  return signatoryIn(
    { name, capacity, under: delegator === null || own === null ? null : { delegator, capacity: own } },
    locale,
  );
};
