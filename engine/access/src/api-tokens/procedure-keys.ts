import { CaseworkError } from '@irisflow/foundation';

const MAX_PROCEDURES = 100;
/** As keys of procedures are written: what stands in a setting of the store between spaces must hold none. */
const procedureKey = /^[A-Za-z][A-Za-z0-9-]{0,99}$/;

/** Which procedures another system is for; null for all of its administration. A key of nobody leads nowhere. */
export const requireProcedureKeys = (keys: readonly string[] | null): readonly string[] | null => {
  if (keys === null) return null;
  const wrong = keys.find((key) => !procedureKey.test(key));
  if (wrong === undefined && keys.length > 0 && keys.length <= MAX_PROCEDURES) return [...new Set(keys)];
  const found = wrong === undefined ? String(keys.length) : `"${wrong.slice(0, 60)}"`;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected 1 to ${MAX_PROCEDURES} keys of procedures, or null for all of them, but found ${found}`,
  );
};
