import { parseArgs } from 'node:util';
import { actingAs, endSessionsOf, job, type WhoseSessions } from '@irisflow/access';
import { readConfig } from '../config/config.ts';
import { ConfigError } from '../config/config-error.ts';
import { openConfiguredDatabase } from '../start/open-configured-database.ts';
import { createRandom, systemClock } from '../start/surroundings.ts';
import type { Run } from './command.ts';

const usage = 'session end --all | session end --issuer <issuer> --subject <subject>';

const read = (parameters: readonly string[]): WhoseSessions => {
  const { values, positionals } = parseArgs({
    args: [...parameters],
    allowPositionals: true,
    options: { all: { type: 'boolean' }, issuer: { type: 'string' }, subject: { type: 'string' } },
  });
  const { all = false, issuer, subject } = values;
  const isPerson = issuer !== undefined && subject !== undefined;
  const isNobody = issuer === undefined && subject === undefined;
  if (positionals.join(' ') !== 'end' || (all ? !isNobody : !isPerson)) throw new ConfigError(`Expected "${usage}".`);
  return isPerson ? { issuer, subject } : 'everybody';
};

/** Ends the sessions of somebody, or of everybody; they may sign in again. */
export const runSession: Run = async (parameters) => {
  const who = read(parameters);
  const database = await openConfiguredDatabase(readConfig(process.env));
  try {
    const operator = job('operator');
    const surroundings = actingAs({ database, clock: systemClock, random: createRandom() }, operator);
    const sessions = await endSessionsOf(surroundings, operator, { who });
    process.stdout.write(`Sessions that ended: ${sessions}.\n`);
    return 0;
  } finally {
    await database.close();
  }
};
