import { readFileSync } from 'node:fs';
import { ConfigError } from './config-error.ts';

/** One environment variable: how to read it and what to tell about it. */
export interface Setting<T> {
  readonly name: string;
  readonly help: string;
  readonly fallback: string;
  readonly read: (environment: NodeJS.ProcessEnv) => T;
}

const setting = <T>(name: string, fallback: string, help: string, parse: (value: string) => T): Setting<T> => ({
  name,
  help,
  fallback,
  read: (environment) => parse(environment[name] ?? fallback),
});

const refuse = (name: string, expected: string, found: string): never => {
  throw new ConfigError(`Expected ${name} to be ${expected}, but found "${found}".`);
};

const readText = (name: string, file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return refuse(name, 'a readable file', file);
  }
};

export const text = (name: string, fallback: string, help: string): Setting<string> =>
  setting(name, fallback, help, (value) => value.trim());

/** Texts by commas. */
const itemsOf = (value: string): readonly string[] =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

export const list = (name: string, help: string): Setting<readonly string[]> => setting(name, '', help, itemsOf);

/** An address in such a list would never be found: hosts are compared as they are. */
export const hosts = (name: string, help: string): Setting<readonly string[]> =>
  setting(name, '', help, (value) => {
    const items = itemsOf(value);
    const wrong = items.find((item) => /[\s/@]/.test(item));
    return wrong === undefined ? items : refuse(name, 'hosts such as mail.internal or mail.internal:25', wrong);
  });

export const integer = (name: string, fallback: number, help: string): Setting<number> =>
  setting(name, String(fallback), help, (value) =>
    /^\d{1,9}$/.test(value) ? Number(value) : refuse(name, 'a whole number', value),
  );

export const portNumber = (name: string, fallback: number, help: string): Setting<number> =>
  setting(name, String(fallback), `${help} 0 picks a free port.`, (value) =>
    /^\d{1,5}$/.test(value) && Number(value) < 65_536 ? Number(value) : refuse(name, 'a port from 0 to 65535', value),
  );

export const flag = (name: string, fallback: boolean, help: string): Setting<boolean> =>
  setting(name, String(fallback), help, (value) => {
    if (value === 'true' || value === 'false') return value === 'true';
    return refuse(name, 'true or false', value);
  });

export const oneOf = <const T extends string>(
  name: string,
  choices: readonly T[],
  fallback: T,
  help: string,
): Setting<T> =>
  setting(
    name,
    fallback,
    help,
    (value) =>
      choices.find((choice) => choice === value) ??
      refuse(name, choices.filter((choice) => choice !== '').join(' or '), value),
  );

export const url = (name: string, fallback: string, help: string): Setting<string> =>
  setting(name, fallback, help, (value) =>
    value === '' || URL.canParse(value) ? value.replace(/\/$/, '') : refuse(name, 'a URL', value),
  );

/** Where clamd listens: a host, or a socket in the file system. */
export const scanner = (name: string, help: string): Setting<string> =>
  setting(name, '', help, (value) => {
    const written = value.trim();
    const isOne = /^clamd:\/\/(?:[^/\s@?#]+|\/[^\s?#]+)$/.test(written) && URL.canParse(written);
    return written === '' || isOne ? written : refuse(name, 'such as clamd://127.0.0.1:3310', written);
  });

/** Any other database would be taken for a PostgreSQL at that host. The address may hold a password: it is not repeated. */
export const postgresUrl = (name: string, help: string): Setting<string> =>
  setting(name, '', help, (value) => {
    const url = value.trim();
    if (url === '' || /^postgres(?:ql)?:\/\//i.test(url)) return url;
    const [scheme] = /^[a-z][a-z\d+.-]*:/i.exec(url) ?? [];
    const found = scheme === undefined ? 'it does not' : `it begins with "${scheme}"`;
    throw new ConfigError(`Expected ${name} to begin with postgres:// or postgresql://, but ${found}.`);
  });

/** A secret may also come from a file, named by the same variable with `_FILE` behind it. */
export const secret = (name: string, help: string): Setting<string> => ({
  name,
  help: `${help} Or ${name}_FILE.`,
  fallback: '',
  read: (environment) => {
    const file = environment[`${name}_FILE`];
    return file === undefined ? (environment[name] ?? '') : readText(`${name}_FILE`, file).trim();
  },
});

/** The content of a PEM file, named by its path; empty where none is named. */
export const pem = (name: string, help: string): Setting<string> =>
  setting(name, '', help, (file) => {
    if (file === '') return '';
    const content = readText(name, file);
    return content.includes('-----BEGIN ') ? content : refuse(name, 'a file in PEM format', file);
  });

/** One setting under the names that several clients of Zeebe gave it; two names may not say two things. */
export const alsoNamed = <T extends string>(first: Setting<T>, ...others: readonly Setting<T>[]): Setting<T> => {
  const all = [first, ...others];
  return {
    ...first,
    help: `${first.help} Also ${others.map(({ name }) => name).join(', ')}.`,
    read: (environment) => {
      const given = all
        .map((one) => ({ name: one.name, value: one.read(environment) }))
        .filter(({ value }) => value !== '');
      const [kept, ...rest] = given;
      const odd = rest.find(({ value }) => value !== kept?.value);
      if (kept !== undefined && odd !== undefined)
        throw new ConfigError(`Expected ${kept.name} and ${odd.name} to say the same, but they do not.`);
      return kept?.value ?? first.read({});
    },
  };
};
