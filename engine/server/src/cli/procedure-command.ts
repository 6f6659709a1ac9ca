import { existsSync } from 'node:fs';
import path from 'node:path';
import { ConfigError } from '../config/config-error.ts';
import type { Command } from './command.ts';
import { lintFolder } from './lint-folder.ts';

const run = async ([action, name]: readonly string[]): Promise<number> => {
  if (action !== 'lint' || name === undefined) throw new ConfigError('Expected "procedure lint <folder>".');
  const folder = path.resolve(name);
  if (!existsSync(path.join(folder, 'procedure.json')))
    throw new ConfigError(`Expected a procedure folder at ${folder}, but it has no procedure.json.`);
  const problems = await lintFolder(folder);
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
