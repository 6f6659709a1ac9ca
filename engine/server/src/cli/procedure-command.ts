import path from 'node:path';
import { lintProcedureFolder } from '@irisflow/casework';
import { connectors } from '@irisflow/connector-catalog';
import { ConfigError } from '../config/config-error.ts';
import { readFolderFiles } from '../demo/publish-examples.ts';
import type { Command } from './command.ts';

const run = async ([action, folder]: readonly string[]): Promise<number> => {
  if (action !== 'lint' || folder === undefined) throw new ConfigError('Expected "procedure lint <folder>".');
  const connectorTypes = connectors.map(({ type }) => type);
  const problems = lintProcedureFolder(readFolderFiles(path.resolve(folder)), { connectorTypes });
  for (const { file, line, severity, code, message } of problems) {
    process.stdout.write(`${file}${line === null ? '' : `:${line}`}  ${severity}  ${code}  ${message.en}\n`);
  }
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  process.stdout.write(`${errors} errors, ${problems.length - errors} warnings\n`);
  return errors === 0 ? 0 : 1;
};

export const procedureCommand: Command = {
  usage: 'procedure lint <folder>',
  summary: 'Checks a procedure folder as publishing would.',
  run,
};
