import { roleScript } from '@irisflow/platform';
import { ConfigError } from '../config/config-error.ts';
import type { Run } from './command.ts';

export const runDatabase: Run = async ([action, owner, ...others]) => {
  if (action !== 'roles' || owner === undefined)
    throw new ConfigError('Expected "database roles <owner login> [<web login> ...]".');
  process.stdout.write(`${roleScript({ owner, others })}\n`);
  return 0;
};
