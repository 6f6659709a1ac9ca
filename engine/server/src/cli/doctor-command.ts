import { parseArgs } from 'node:util';
import { readConfig, type Config } from '../config/config.ts';
import type { Run } from './command.ts';
import { checks } from './doctor/checks.ts';
import { problem, well, type Finding } from './doctor/finding.ts';
import { readRoles, type ServerRole } from '../start/role.ts';

const print = (name: string, { isOk, text }: Finding): void => {
  process.stdout.write(`${isOk ? 'ok      ' : 'problem '}  ${name.padEnd(18)} ${text}\n`);
};

/** Without a role less is asked: what can be read of incomplete settings is still looked at. */
const noRole: ReadonlySet<ServerRole> = new Set();

interface Settings {
  readonly config: Config | null;
  readonly finding: Finding;
}

const readSettings = (roles: ReadonlySet<ServerRole>): Settings => {
  try {
    const config = readConfig(process.env, roles);
    return { config, finding: well(`${config.mode}, every setting is known and fits the others`) };
  } catch (thrown) {
    return { config: readIncomplete(), finding: problem(thrown, 'See irisflow --help.') };
  }
};

const readIncomplete = (): Config | null => {
  try {
    return readConfig(process.env, noRole);
  } catch {
    return null;
  }
};

const examine = async (roles: ReadonlySet<ServerRole>): Promise<number> => {
  const { config, finding } = readSettings(roles);
  print('settings', finding);
  let problems = finding.isOk ? 0 : 1;
  if (config === null) return problems;
  for (const [name, check] of Object.entries(checks)) {
    const found = await check(config);
    if (!found.isOk) problems += 1;
    print(name, found);
  }
  return problems;
};

/** Looks at everything that `start` would need and says of each whether it is well, or what to do. */
export const runDoctor: Run = async (parameters) => {
  const { values } = parseArgs({ args: [...parameters], options: { role: { type: 'string', default: 'all' } } });
  const problems = await examine(readRoles(values.role, (process.env['ZEEBE_ADDRESS'] ?? '') !== ''));
  process.stdout.write(`${problems === 0 ? 'Nothing to do.' : `${problems} to look at.`}\n`);
  return problems === 0 ? 0 : 1;
};
