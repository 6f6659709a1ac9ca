import { readFileSync } from 'node:fs';
import { settings } from '../config/config.ts';
import type { Run } from './command.ts';

interface Command {
  readonly usage: string;
  readonly summary: string;
  /** Loaded when it is asked for: help and mistakes of the operator need none of the platform. */
  readonly load: () => Promise<Run>;
}

const commands: Readonly<Record<string, Command>> = {
  start: {
    usage: 'start [--role all|broker|web|workers]',
    summary: 'Starts the platform, or some of its parts.',
    load: async () => (await import('./start-command.ts')).runStart,
  },
  migrate: {
    usage: 'migrate',
    summary: 'Brings the schemas of the store up to date.',
    load: async () => (await import('./migrate-command.ts')).runMigrate,
  },
  database: {
    usage: 'database roles <owner> [<login> ...]',
    summary: 'Prints the SQL that makes the roles of the walls, for servers whose owner login may not.',
    load: async () => (await import('./database-command.ts')).runDatabase,
  },
  audit: {
    usage: 'audit verify [--file <export>] | audit export',
    summary: 'Recomputes the audit and compares it with its anchors, or writes it out as JSON lines.',
    load: async () => (await import('./audit-command.ts')).runAudit,
  },
  check: {
    usage: 'check --deep',
    summary:
      'Compares state, read model and diary of the engine, adds the books up and counts places anew. The platform must be stopped.',
    load: async () => (await import('./check-command.ts')).runCheck,
  },
  doctor: {
    usage: 'doctor [--role all|broker|web|workers]',
    summary: 'Looks at settings, store, engine, identity provider and mail, and says what to do.',
    load: async () => (await import('./doctor-command.ts')).runDoctor,
  },
  administration: {
    usage: 'administration add <key> --fr <name> --nl <name> --en <name>',
    summary: 'Adds an administration, or renews the names of a known one.',
    load: async () => (await import('./administration-command.ts')).runAdministration,
  },
  connector: {
    usage:
      'connector token add --name <name> --types <type,...> [--administration <key>] [--expires <date>] | connector token list | connector token revoke <id>',
    summary: 'Makes, shows and revokes the tokens of connectors that others run.',
    load: async () => (await import('./connector-command.ts')).runConnector,
  },
  session: {
    usage: 'session end --all | session end --issuer <issuer> --subject <subject>',
    summary: 'Ends the sessions of everybody, or of somebody as the identity provider knows them.',
    load: async () => (await import('./session-command.ts')).runSession,
  },
  procedure: {
    usage: 'procedure lint|test|import|publish|export <folder>',
    summary: 'Checks a procedure folder, plays its scenarios, makes it a draft, publishes it, writes it.',
    load: async () => (await import('./procedure-command.ts')).runProcedure,
  },
};

const table = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `  ${first.padEnd(width)}  ${second}`).join('\n');
};

const usagesOf = ({ usage }: Command): readonly string[] => usage.split(' | ');

const entryOf = (command: Command): string =>
  [...usagesOf(command).map((usage) => `  ${usage}`), `      ${command.summary}`].join('\n');

const helpOf = (command: Command): string => `${command.summary}

${usagesOf(command)
  .map((usage) => `  irisflow ${usage}`)
  .join('\n')}

irisflow --help lists every command and setting.
`;

const help = (): string => `Irisflow, a workflow platform for public administrations.

Usage: irisflow <command> [options]
       irisflow --help | --version

Commands
${Object.values(commands).map(entryOf).join('\n')}

Settings, read from the environment once
${table(Object.values(settings).map((setting) => [setting.name, setting.fallback === '' ? setting.help : `${setting.help} [${setting.fallback}]`]))}
`;

const isHelp = (word: string | undefined): boolean =>
  word === undefined || word === '--help' || word === '-h' || word === 'help';

const isVersion = (word: string | undefined): boolean => word === '--version' || word === '-v' || word === 'version';

/** The version of the package that this program came in. */
const versionLine = (): string => {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(manifest) as { readonly version: string };
  return `irisflow ${version}\n`;
};

const usageMistakes: Readonly<Record<string, (word: string) => string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: (word) => `found "${word}"`,
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: (word) => `found "${word}"`,
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: (word) => `"${word}" has no value`,
};

/** Words that a command does not know, in our own words: Node speaks to programmers. Null for any other error. */
const usageMistakeOf = (command: Command, error: unknown): string | null => {
  if (!(error instanceof Error && 'code' in error)) return null;
  const mistake = usageMistakes[String(error.code)];
  const [, word = ''] = /'(?:-\w, )?([^' ]+)/.exec(error.message) ?? [];
  const usages = usagesOf(command).map((usage) => `"irisflow ${usage}"`);
  return mistake === undefined ? null : `Expected ${usages.join(', ')}, but ${mistake(word)}.`;
};

const forOperators = new Set(['ConfigError', 'DatabaseFault', 'CaseworkError']);

const isForOperator = (error: Error): boolean =>
  forOperators.has(error.name) || ('code' in error && /^E[A-Z]+$/.test(String(error.code)));

/** What the operator can do something about is one sentence; anything else is a fault of ours and needs its stack. */
const sentenceOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return isForOperator(error) ? error.message : (error.stack ?? error.message);
};

/** Runs one command. Mistakes of the operator are one sentence and exit code 1, never a stack. */
export const runCommandLine = async ([name, ...parameters]: readonly string[]): Promise<number> => {
  if (isHelp(name)) {
    process.stdout.write(help());
    return 0;
  }
  if (isVersion(name)) {
    process.stdout.write(versionLine());
    return 0;
  }
  const command = commands[name ?? ''];
  if (command === undefined) {
    process.stderr.write(`Expected one of the commands ${Object.keys(commands).join(', ')}, but found "${name}".\n`);
    return 1;
  }
  if (parameters.some((parameter) => parameter === '--help' || parameter === '-h')) {
    process.stdout.write(helpOf(command));
    return 0;
  }
  if (parameters.includes('--version')) {
    process.stdout.write(versionLine());
    return 0;
  }
  try {
    const run = await command.load();
    return await run(parameters);
  } catch (error) {
    process.stderr.write(`${usageMistakeOf(command, error) ?? sentenceOf(error)}\n`);
    return 1;
  }
};
