import { existsSync } from 'node:fs';
import path from 'node:path';
import { lintProcedureFiles } from '@irisflow/casework';
import { connectors } from '@irisflow/connector-catalog';
import { ConfigError } from '../config/config-error.ts';
import { readFolderFiles } from '../demo/publish-examples.ts';
import type { Run } from './command.ts';

export const runProcedure: Run = async ([action, name]) => {
  if (action !== 'lint' || name === undefined) throw new ConfigError('Expected "procedure lint <folder>".');
  const folder = path.resolve(name);
  if (!existsSync(path.join(folder, 'procedure.json')))
    throw new ConfigError(`Expected a procedure folder at ${folder}, but it has no procedure.json.`);
  const problems = lintProcedureFiles(readFolderFiles(folder), { connectorTypes: connectors.map(({ type }) => type) });
  for (const { file, line, severity, code, message } of problems) {
    process.stdout.write(`${file}${line === null ? '' : `:${line}`}  ${severity}  ${code}  ${message.en}\n`);
  }
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  process.stdout.write(`${errors} errors, ${problems.length - errors} warnings\n`);
  return errors === 0 ? 0 : 1;
};
