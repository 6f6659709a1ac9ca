import type { Variables } from '@irisflow/engine-client';
import { CaseworkError } from '@irisflow/foundation';
import { caseHandleVariable } from '@irisflow/access';

/** Variables of a process that only the platform itself may set. */
const reserved: readonly string[] = [caseHandleVariable];

/** What people may see and set: without the reserved variables. */
export const withoutReserved = (variables: Variables): Variables =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => !reserved.includes(name)));

/** Refuses variables of which one belongs to the platform. */
export const refuseReserved = (variables: Variables): void => {
  const name = Object.keys(variables).find((candidate) => reserved.includes(candidate));
  if (name === undefined) return;
  throw new CaseworkError('INPUT_INVALID', `Expected variables of the process, but ${name} belongs to the platform`);
};
