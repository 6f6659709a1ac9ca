import type { WatchedStep } from '@irisflow/client';

/** By what a drawing is colored. */
export const measures = ['median', 'p90', 'passings', 'standing', 'standingMedian'] as const;
export type HeatMeasure = (typeof measures)[number];

export const isDuration = (measure: HeatMeasure): boolean => measure !== 'passings' && measure !== 'standing';

export const LEVELS = 5;

export interface Heat {
  readonly elementId: string;
  readonly value: number;
  /** From 1 to {@link LEVELS}, seen from the most of all steps. */
  readonly level: number;
}

/** What only holds other steps: it would be the warmest of all, and say nothing of where. */
const holders: readonly (string | null)[] = ['subProcess', 'eventSubProcess', 'adHocSubProcess'];

/** How warm each step is; one where nobody is, and one of which nothing may be told, is not. */
export const heatOf = (steps: readonly WatchedStep[], measure: HeatMeasure): Heat[] => {
  const single = steps.filter(({ kind }) => !holders.includes(kind));
  const most = Math.max(0, ...single.map((step) => step[measure] ?? 0));
  return single.flatMap((step) => {
    const value = step[measure];
    if (value === null || value === 0) return [];
    return [{ elementId: step.elementId, value, level: Math.max(1, Math.ceil((value / most) * LEVELS)) }];
  });
};

/** Where there are too few to say how many: they are shown to be there. */
export const hiddenOf = (steps: readonly WatchedStep[], measure: HeatMeasure): string[] => {
  const count = measure === 'standing' || measure === 'standingMedian' ? 'standing' : 'passings';
  return steps.filter((step) => step[count] === null).map(({ elementId }) => elementId);
};
