import type { Statement } from './database.ts';

/** For whom statements run: a role of the store, and what the policies of its tables ask about. */
export interface Scope {
  readonly role: string;
  /** Names have a dot in them, e.g. `irisflow.person`; scopes of one kind name the same ones, so that no value is left over. */
  readonly settings: Readonly<Record<string, string>>;
}

const entriesOf = ({ role, settings }: Scope): (readonly [string, string])[] => [
  ['role', role],
  ...Object.entries(settings),
];

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Bounds the transaction that is open; its end takes the bounds away. */
export const scopeStatement = (scope: Scope): Statement => {
  const entries = entriesOf(scope);
  const calls = entries.map((_, place) => `set_config($${place * 2 + 1}, $${place * 2 + 2}, true)`);
  return { name: `scope-${entries.length}`, text: `select ${calls.join(', ')}`, values: entries.flat() };
};

/** The same as text without values, for a store that takes several statements in one text: one call instead of two. */
export const scopeText = (scope: Scope): string =>
  `select ${entriesOf(scope)
    .map(([name, value]) => `set_config(${quoted(name)}, ${quoted(value)}, true)`)
    .join(', ')}`;
