import type { MovePlanView, PlannedStep, StepPlace } from '@irisflow/client';

export interface PlannedRow {
  readonly process: MovePlanView['processes'][number];
  readonly step: PlannedStep;
}

const rank = ({ step }: PlannedRow): number => (step.to === null ? 0 : 1);

/** One line a step: those without a place first, and of these the ones at which most cases stand. */
export const plannedRows = ({ processes }: MovePlanView): readonly PlannedRow[] =>
  processes
    .flatMap((process) => process.steps.map((step) => ({ process, step })))
    .toSorted((a, b) => rank(a) - rank(b) || b.step.active - a.step.active);

/** What has to be looked at: steps where cases stand, those without a place, and those that were given one. */
export const isUrgent = ({ step }: PlannedRow): boolean => step.active > 0 || step.to === null || step.given;

/** Gives a step its place; undefined takes the one of the same id again. */
export const withPlace = (
  places: readonly StepPlace[],
  { process, step }: PlannedRow,
  to: string | undefined,
): readonly StepPlace[] => {
  const others = places.filter((place) => place.process !== process.id || place.from !== step.id);
  return to === undefined || to === step.id ? others : [...others, { process: process.id, from: step.id, to }];
};

/** Whether a place that somebody gave does not fit: then nothing can begin. */
export const hasUnfit = (plan: MovePlanView): boolean =>
  plan.processes.some(({ steps }) => steps.some(({ given, misfit }) => given && misfit !== null));
