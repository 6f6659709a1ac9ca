import { parseArgs } from 'node:util';
import { ConfigError } from '../config/config-error.ts';
import type { Run } from './command.ts';
import { withCasework } from './open-operator-casework.ts';

const usage = 'administration add <key> --fr <name> --nl <name> --en <name>';

const read = (parameters: readonly string[]) => {
  const { values, positionals } = parseArgs({
    args: [...parameters],
    allowPositionals: true,
    options: { fr: { type: 'string' }, nl: { type: 'string' }, en: { type: 'string' } },
  });
  const [action, key, ...more] = positionals;
  const { fr, nl, en } = values;
  if (action !== 'add' || key === undefined || more.length > 0) throw new ConfigError(`Expected "${usage}".`);
  if (!/^[a-z][a-z0-9-]{1,62}$/.test(key))
    throw new ConfigError(`Expected a key of lower-case letters, digits and "-", but found "${key}".`);
  if (!fr?.trim() || !nl?.trim() || !en?.trim())
    throw new ConfigError(`Expected the name in three languages: "${usage}".`);
  return { key, name: { fr: fr.trim(), nl: nl.trim(), en: en.trim() } };
};

/** Adds an administration, or renews the names of a known one. */
export const runAdministration: Run = async (parameters) => {
  const administration = read(parameters);
  await withCasework((casework) =>
    casework.identity.seedAdministrations({ kind: 'job', name: 'operator' }, { administrations: [administration] }),
  );
  process.stdout.write(`The administration ${administration.key} is there.\n`);
  return 0;
};
