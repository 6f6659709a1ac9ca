import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError } from '../config/config-error.ts';

export interface GeneratedSecrets {
  /** Hexadecimal, 256 bits. */
  readonly secretKey: string;
  readonly connectorToken: string;
}

const refuse = (home: string, cause: unknown): never => {
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  throw new ConfigError(
    `Expected a folder that can be written at ${home}, but it cannot (${reason}). Set IRISFLOW_HOME to another one.`,
  );
};

/** Makes the home folder when it is missing. Throws a `ConfigError` when it cannot be written. */
export const openHomeFolder = (home: string): void => {
  try {
    mkdirSync(home, { recursive: true });
    accessSync(home, constants.W_OK);
  } catch (cause) {
    refuse(home, cause);
  }
};

/** Secrets that nobody configured are made once and kept in the home folder, readable by its owner alone. */
export const readGeneratedSecrets = (home: string): GeneratedSecrets => {
  const file = path.join(home, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as GeneratedSecrets;
  const secrets = { secretKey: randomBytes(32).toString('hex'), connectorToken: randomBytes(32).toString('base64url') };
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
};
