import type { RunContext } from '@irisflow/connector-sdk';

import { bindParameters } from './bind-parameters.ts';
import { sqlCredential } from './credential.ts';
import { readOnly } from './read-only.ts';
import type { Input, Output } from './schema.ts';
import { translateTrouble } from './translate-trouble.ts';

const DEFAULT_ROWS = 100;
const DEFAULT_TIMEOUT_MS = 10_000;

export const run = async (input: Input, context: RunContext): Promise<Output> => {
  const { maxRows = DEFAULT_ROWS, timeoutMs = DEFAULT_TIMEOUT_MS, parameters = {} } = input;
  const statement = bindParameters(input.statement, parameters);
  const credential = await sqlCredential(input.credential, context);
  const found = await readOnly(context, { credential, statement, maxRows, timeoutMs }).catch((error: unknown) => {
    throw translateTrouble(error);
  });
  const rows = found.slice(0, maxRows);
  return { rows, first: rows[0] ?? null, isComplete: found.length <= maxRows };
};
