import { Type, type Static } from 'typebox';

/** What a token may be for; each is a few operations of the API, which say so themselves. */
export const apiScopes = ['cases.read', 'files.read', 'cases.open', 'numbers.read', 'registers.tell'] as const;
export type ApiScope = (typeof apiScopes)[number];

/** Those that open nothing and change nothing. */
export const readingScopes = ['cases.read', 'files.read', 'numbers.read'] as const satisfies readonly ApiScope[];

export const ApiScopeName = Type.Union([
  /** Where cases stand. */
  Type.Literal('cases.read'),
  /** The file: answers, decisions, letters and documents; not the notes of the office. */
  Type.Literal('files.read'),
  Type.Literal('cases.open'),
  Type.Literal('numbers.read'),
  /** Telling what happened to people and companies; it reads nothing. */
  Type.Literal('registers.tell'),
]);
export type ApiScopeName = Static<typeof ApiScopeName>;
