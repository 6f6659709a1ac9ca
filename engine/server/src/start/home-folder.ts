import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseFault, keepPrivate, makePrivateFolder } from '@irisflow/database';
import { ConfigError } from '../config/config-error.ts';

export interface GeneratedSecrets {
  /** Hexadecimal, 256 bits. */
  readonly secretKey: string;
  readonly connectorToken: string;
}

const reasonOf = (cause: unknown): string => {
  if (cause instanceof DatabaseFault) return cause.message;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
};

const refuse = (home: string, cause: unknown): never => {
  throw new ConfigError(
    `Expected a folder that can be written at ${home}, but it cannot (${reasonOf(cause)}). Set IRISFLOW_HOME to another one.`,
  );
};

const SECRETS = 'secrets.json';
const STORE = 'store';

/** Where the embedded store lives. */
export const storeFolder = (home: string): string => path.join(home, STORE);

/** Takes from others what was made here. The folder itself may be somebody's own, such as `/tmp`: then it is left as it is. */
const tighten = (home: string): void => {
  const names = readdirSync(home);
  if (names.every((name) => name === SECRETS || name === STORE)) chmodSync(home, 0o700);
  for (const name of [SECRETS, STORE]) if (names.includes(name)) keepPrivate(path.join(home, name));
};

/**
 * Makes the home folder when it is missing, and keeps what we made in it for its owner alone. Throws a `ConfigError` when
 * it cannot be written.
 */
export const openHomeFolder = (home: string): void => {
  try {
    makePrivateFolder(home);
    accessSync(home, constants.W_OK);
    tighten(home);
  } catch (cause) {
    refuse(home, cause);
  }
};

/** Secrets that nobody configured are made once and kept in the home folder, readable by its owner alone. */
export const readGeneratedSecrets = (home: string): GeneratedSecrets => {
  const file = path.join(home, SECRETS);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as GeneratedSecrets;
  const secrets = { secretKey: randomBytes(32).toString('hex'), connectorToken: randomBytes(32).toString('base64url') };
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
};
