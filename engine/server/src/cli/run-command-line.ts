import { CaseworkError } from '@irisflow/casework';
import { DatabaseFault } from '@irisflow/database';
import { ConfigError } from '../config/config-error.ts';
import { settings } from '../config/config.ts';
import { checkCommand } from './check-command.ts';
import type { Command } from './command.ts';
import { migrateCommand } from './migrate-command.ts';
import { procedureCommand } from './procedure-command.ts';
import { startCommand } from './start-command.ts';

const commands: Readonly<Record<string, Command>> = {
  start: startCommand,
  migrate: migrateCommand,
  check: checkCommand,
  procedure: procedureCommand,
};

const table = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `  ${first.padEnd(width)}  ${second}`).join('\n');
};

const help = (): string => `Irisflow, a workflow platform for public administrations.

Usage: irisflow <command> [options]

Commands
${table(Object.values(commands).map(({ usage, summary }) => [usage, summary]))}

Settings, read from the environment once
${table(Object.values(settings).map((setting) => [setting.name, setting.fallback === '' ? setting.help : `${setting.help} [${setting.fallback}]`]))}
`;

const isHelp = (word: string | undefined): boolean =>
  word === undefined || word === '--help' || word === '-h' || word === 'help';

const isForOperator = (error: Error): boolean =>
  error instanceof ConfigError ||
  error instanceof DatabaseFault ||
  error instanceof CaseworkError ||
  ('code' in error && /^(ERR_PARSE_ARGS_|E[A-Z]+$)/.test(String(error.code)));

/** What the operator can do something about is one sentence; anything else is a fault of ours and needs its stack. */
const sentenceOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return isForOperator(error) ? error.message : (error.stack ?? error.message);
};

/** Runs one command. Mistakes of the operator are one sentence and exit code 1, never a stack. */
export const runCommandLine = async ([name, ...parameters]: readonly string[]): Promise<number> => {
  if (isHelp(name) || parameters.includes('--help')) {
    process.stdout.write(help());
    return 0;
  }
  const command = commands[name ?? ''];
  if (command === undefined) {
    process.stderr.write(`Expected one of the commands ${Object.keys(commands).join(', ')}, but found "${name}".\n`);
    return 1;
  }
  try {
    return await command.run(parameters);
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    return 1;
  }
};
