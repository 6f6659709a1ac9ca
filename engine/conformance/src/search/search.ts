import fc from 'fast-check';
import { seed } from './settings.ts';

/** Looks for a case in which the property does not hold; fails with the smallest one found, and what `remark` says of it. */
export const search = async <Case extends unknown[]>(
  property: fc.IAsyncProperty<Case>,
  numRuns: number,
  remark: (found: Case) => string = () => '',
): Promise<void> => {
  const details = await fc.check(property, { numRuns, seed });
  if (details.counterexample === null) return;
  const { errorInstance: cause, counterexample } = details;
  const story = cause instanceof Error ? cause.message : String(cause);
  throw new Error(`case ${details.numRuns} of seed ${seed} ${remark(counterexample)}\n${story}`, { cause });
};
