import { readFileSync } from 'node:fs';

import { WorkerError } from './worker-error.ts';

/** The environment of a process, or a part of it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One setting may have several names; all that are given say the same. */
export type Names = readonly string[];

type Given = { readonly name: string; readonly value: string };

/** The text of a setting, empty where it is not given. */
export const readText = (environment: Environment, names: Names): string =>
  theOne(names.map((name) => ({ name, value: environment[name]?.trim() ?? '' })));

/** The same, or from the file that the name with `_FILE` behind it names: a secret has no place in a process list. */
export const readSecret = (environment: Environment, names: Names): string =>
  theOne(
    names.flatMap((name) => {
      const file = environment[`${name}_FILE`]?.trim() ?? '';
      const fromFile = file === '' ? '' : readFile(`${name}_FILE`, file).trim();
      return [
        { name, value: environment[name] ?? '' },
        { name: `${name}_FILE`, value: fromFile },
      ];
    }),
  );

/** The content of the PEM file that a setting names. */
export const readPem = (environment: Environment, names: Names): string =>
  theOne(
    names.map((name) => {
      const file = environment[name]?.trim() ?? '';
      const value = file === '' ? '' : readFile(name, file);
      if (value !== '' && !value.includes('-----BEGIN '))
        throw new WorkerError(`Expected ${name} to be a file in PEM format, but found "${file}".`);
      return { name, value };
    }),
  );

/** True, false, or nothing said. */
export const readFlag = (environment: Environment, names: Names): boolean | undefined => {
  const value = readText(environment, names).toLowerCase();
  if (value === '') return undefined;
  if (value === 'true' || value === 'false') return value === 'true';
  throw new WorkerError(`Expected ${names.join(' or ')} to be true or false, but found "${value}".`);
};

const theOne = (given: readonly Given[]): string => {
  const [kept, ...others] = given.filter(({ value }) => value !== '');
  const odd = others.find(({ value }) => value !== kept?.value);
  if (kept !== undefined && odd !== undefined)
    throw new WorkerError(`Expected ${kept.name} and ${odd.name} to say the same, but they do not.`);
  return kept?.value ?? '';
};

const readFile = (name: string, file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new WorkerError(`Expected ${name} to name a readable file, but found "${file}".`);
  }
};
