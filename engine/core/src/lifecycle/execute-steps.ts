import { settleConditions } from './settle-conditions.ts';
import { settleJoins } from '../joins/settle-joins.ts';
import { spawnItems } from '../loops/multi-instance.ts';
import type { Step } from '../state/step.ts';
import type { Run } from '../run/behavior.ts';
import { activate, complete, enter } from './execute-element.ts';
import { guarded } from '../run/incident.ts';
import { NotLoaded } from '../desk/failure.ts';
import { emit } from '../run/run.ts';
import { terminate } from './terminate.ts';

const nothingMissing = { definitionKeys: [], requirementsKeys: [] } as const;

/**
 * Works the queue of a tree until it is empty, first in first out, never by recursion.
 * What exceeds the budget, or needs a definition that is not in memory, waits in the tree for a `continueInstance`.
 */
export const executeSteps = (run: Run): void => {
  const budget = budgetOf(run);
  for (let next = 0; ; next += 1) {
    if (next >= run.queue.length) settle(run);
    const step = run.queue[next];
    if (step === undefined) return;
    if (next + run.spent / feelPerStep >= budget) {
      const steps = run.queue.slice(next);
      defer(run, { steps, rounds: roundsAfter(run, steps.length), missing: nothingMissing });
      return;
    }
    const missing = attempt(run, step);
    if (missing !== null) {
      defer(run, { steps: run.queue.slice(next), rounds: run.rounds, missing });
      return;
    }
    if (!run.tree.ended) settleConditions(run);
  }
};

/** Steps of FEEL that weigh as much as one step in a tree: a command whose expressions are heavy takes a tenth of a second, not a minute. */
const feelPerStep = 2_000;

/** A tree is stored as a whole after each budget: a large one takes more steps at once, or it would be stored far too often. */
const budgetOf = ({ desk: { maxSteps }, tree }: Run): number =>
  maxSteps === 0 ? 0 : Math.max(maxSteps, Math.floor(tree.elements.size / 8));

/** More steps than any model can have elements: where tokens multiply, the store would be full before the rounds are used up. */
const maxLeft = 5_000;

const roundsAfter = ({ desk, rounds }: Run, left: number): number => {
  if (desk.maxSteps === 0) return rounds;
  return left > maxLeft ? desk.maxRounds : rounds + 1;
};

/** Asked when all work is done: what is true now that was not before? */
const settle = (run: Run): void => {
  if (!run.tree.ended) settleConditions(run);
  if (!run.tree.ended) settleJoins(run);
};

interface Rest {
  readonly steps: readonly Step[];
  readonly rounds: number;
  readonly missing: Omit<NotLoaded, keyof Error>;
}

const defer = (run: Run, { steps, rounds, missing: { definitionKeys, requirementsKeys } }: Rest): void => {
  emit(run, { kind: 'stepsDeferred', steps, rounds });
  run.desk.followUp({ kind: 'continueInstance', rootKey: run.tree.rootKey, definitionKeys, requirementsKeys });
};

/** Null when the step is done; what it lacks when it has to be run again. */
const attempt = (run: Run, step: Step): NotLoaded | null => {
  try {
    execute(run, step);
    return null;
  } catch (failure) {
    if (failure instanceof NotLoaded) return failure;
    throw failure;
  }
};

const execute = (run: Run, step: Step): void => {
  if (step.do === 'enter') {
    enter(run, step);
    return;
  }
  const instance = run.tree.elements.get(step.key);
  if (instance === undefined) return;
  switch (step.do) {
    case 'activate':
      activate(run, instance);
      return;
    case 'complete':
      complete(run, instance);
      return;
    case 'terminate':
      terminate(run, instance);
      return;
    case 'spawn':
      guarded(run, instance, () => spawnItems(run, instance));
  }
};
