import { CaseworkError } from '@irisflow/foundation';
import { procedureKeyPattern } from './procedure-description.ts';

const isKey = new RegExp(procedureKeyPattern);

/** Refuses what cannot be the key of a procedure. */
export const requireKey = (key: string): void => {
  if (isKey.test(key)) return;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected a key of lower-case letters, digits and -, but found ${key.slice(0, 80)}`,
  );
};
