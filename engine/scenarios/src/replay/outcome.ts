import type { TreeEvent } from '@irisflow/core';
import type { CaseEffect } from '../case-effect.ts';
import type { CaseOutcome } from './replayed-case.ts';

/** Decisions that say with which status a case ends. */
const ending = new Set(['granted', 'refused', 'inadmissible', 'withdrawn', 'closed', 'transferred']);

/** The status of a case after a step changed it, as the platform keeps it: closing a case leaves a status that says how it ended. */
const statusAfter = (status: string | null, effect: CaseEffect): string | null => {
  if (effect.kind === 'status') return effect.status;
  if (effect.kind === 'decision') return ending.has(effect.outcome) ? effect.outcome : status;
  if (effect.kind === 'closed') return status !== null && ending.has(status) ? status : 'closed';
  return status;
};

const endsIn = (events: readonly TreeEvent[]): string[] => [
  ...new Set(
    events.flatMap((event) =>
      event.kind === 'elementCompleted' && event.elementType === 'END_EVENT' ? [event.elementId] : [],
    ),
  ),
];

/** How a case ended, by what its steps did. */
export const outcomeOf = (effects: readonly CaseEffect[], events: readonly TreeEvent[]): CaseOutcome => {
  const status = effects.reduce(statusAfter, null as string | null);
  const decided = effects.findLast((effect) => effect.kind === 'decision');
  const decision = decided?.outcome ?? null;
  return {
    status,
    decision,
    amount: decided?.amount ?? null,
    ends: status === null && decision === null ? endsIn(events) : [],
  };
};
