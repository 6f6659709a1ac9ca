import type { ElementCount } from '@irisflow/client';
import type { FileChange } from './diff-files.ts';

/** A step that a new version changes or removes, while cases wait there. */
export interface AffectedStep {
  readonly elementId: string;
  readonly name: string;
  readonly kind: 'changed' | 'removed';
  readonly cases: number;
}

/** Where cases wait at steps that change, the most cases first. */
export const affectedSteps = (
  changes: readonly FileChange[],
  counts: readonly ElementCount[],
): readonly AffectedStep[] => {
  const active = new Map(counts.map((count) => [count.elementId, count.active]));
  return changes
    .flatMap(({ elements }) => elements)
    .flatMap(({ elementId, name, kind, type }): AffectedStep[] => {
      const cases = active.get(elementId) ?? 0;
      // A process is active as long as its case is: that it changed says nothing of where a case waits.
      return cases === 0 || kind === 'added' || type === 'process'
        ? []
        : [{ elementId, name: name ?? elementId, kind, cases }];
    })
    .toSorted((a, b) => b.cases - a.cases);
};
