import type { Queryable } from '@irisflow/database';
import type { LocalizedText } from '@irisflow/foundation';
import { findRightSource, isRightSource, rightFactLabels } from '@irisflow/procedures';
import type { SourceDescription } from './collect-facts.ts';

const labeled = (labels: Readonly<Record<string, LocalizedText>>) =>
  Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, { label }]));

/** Rights of another administration call their fields as their kind does, where the procedure does not say otherwise. */
export const withRightLabels = async (
  db: Queryable,
  sources: readonly SourceDescription[],
): Promise<SourceDescription[]> => {
  const named: SourceDescription[] = [];
  for (const source of sources) {
    const row = isRightSource(source.key) ? await findRightSource(db, source.key) : undefined;
    const labels = row?.labels as Readonly<Record<string, LocalizedText>> | undefined;
    named.push(
      labels === undefined
        ? source
        : { ...source, facts: { ...labeled(rightFactLabels), ...labeled(labels), ...source.facts } },
    );
  }
  return named;
};
