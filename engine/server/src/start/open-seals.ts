import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { factsOf, openPkcs12, type SealKey, type Seals } from '@irisflow/signatures';
import type { Config } from '../config/config.ts';
import { ConfigError } from '../config/config-error.ts';
import { reasonOf } from './write-log.ts';

const ENDING = '.p12';

const filesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ENDING))
      .toSorted();
  } catch (thrown) {
    throw new ConfigError(`Expected IRISFLOW_SEALS to be a readable folder, but: ${reasonOf(thrown)}.`);
  }
};

const readBeside = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (thrown) {
    throw new ConfigError(`Expected the passphrase of a seal in ${file}, but: ${reasonOf(thrown)}.`);
  }
};

const openOne = async (folder: string, name: string): Promise<readonly [string, SealKey]> => {
  const administration = name.slice(0, -ENDING.length);
  const passphrase = readBeside(path.join(folder, `${administration}.passphrase`));
  try {
    return [administration, await openPkcs12(readFileSync(path.join(folder, name)), passphrase)];
  } catch (thrown) {
    throw new ConfigError(`Expected to open the seal ${path.join(folder, name)}, but: ${reasonOf(thrown)}.`);
  }
};

/** The seals of administrations, each in a file under its key with its passphrase beside it. One that cannot be opened stops the start. */
export const openSeals = async ({ seals: folder }: Pick<Config, 'seals'>): Promise<Seals> =>
  folder === '' ? new Map() : new Map(await Promise.all(filesIn(folder).map((name) => openOne(folder, name))));

const WARNED_FOR_MS = 30 * 24 * 3600 * 1000;

/** What the operator has to see to: certificates that have ended, or will soon. */
export const sealWarnings = (seals: Seals, now: number): string[] =>
  [...seals].flatMap(([administration, { certificate }]) => {
    const { holder, validFrom, validTo } = factsOf(certificate);
    const ends = Date.parse(validTo);
    const what = `the certificate of ${holder}, with which letters of ${administration} are sealed,`;
    if (ends < now) return [`Expected ${what} to be in force, but it ended on ${validTo}: these letters wait.`];
    if (Date.parse(validFrom) > now) return [`Expected ${what} to be in force, but it begins on ${validFrom}.`];
    return ends - now < WARNED_FOR_MS ? [`Renew ${what} before ${validTo}.`] : [];
  });

/** Files under a name that no administration has: its letters would leave unsealed, and nothing would say so. */
export const strangeSeals = (seals: Seals, administrations: readonly string[]): string[] =>
  [...seals.keys()]
    .filter((key) => !administrations.includes(key))
    .map(
      (key) => `Expected ${key}${ENDING} in IRISFLOW_SEALS to be named as an administration, but none is called so.`,
    );
