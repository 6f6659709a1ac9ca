import type { EngineInstance, EngineInstanceState } from '@irisflow/engine-client';
import { CaseworkError } from '@irisflow/foundation';

const refusals = {
  active: 'INSTANCE_NOT_SUSPENDED',
  suspended: 'INSTANCE_SUSPENDED',
  completed: 'INSTANCE_ENDED',
  canceled: 'INSTANCE_ENDED',
} as const satisfies Record<EngineInstanceState, string>;

/** Refuses what cannot be done to an instance in the state that it has. */
export const requireState = (
  { processInstanceKey, state }: EngineInstance,
  accepted: readonly EngineInstanceState[],
): void => {
  if (accepted.includes(state)) return;
  throw new CaseworkError(
    refusals[state],
    `Expected instance ${processInstanceKey} to be ${accepted.join(' or ')}, but it is ${state}`,
  );
};
