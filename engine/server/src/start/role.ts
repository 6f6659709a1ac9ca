import { ConfigError } from '../config/config-error.ts';

/** A part of the platform that may run in a process of its own. */
export type ServerRole = 'broker' | 'web' | 'workers';
const all: readonly ServerRole[] = ['broker', 'web', 'workers'];

const isRole = (name: string): name is ServerRole => all.some((role) => role === name);

/** What a process does unless it is told. */
export const everyRole: ReadonlySet<ServerRole> = new Set(all);

/** Reads `--role`: `all` or a comma list. With `ZEEBE_ADDRESS` the cluster is the broker. */
export const readRoles = (option: string, hasCluster: boolean): ReadonlySet<ServerRole> => {
  const names = option === 'all' ? all.filter((role) => role !== 'broker' || !hasCluster) : option.split(',');
  const unknown = names.find((name) => !isRole(name));
  if (unknown !== undefined)
    throw new ConfigError(`Expected --role all, broker, web or workers, but found "${unknown}".`);
  return new Set(names.filter(isRole));
};
