import type { Variables } from '../engine/engine.ts';
import { CaseworkError } from '../errors/casework-error.ts';
import { caseHandleVariable } from './case-handle.ts';

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
