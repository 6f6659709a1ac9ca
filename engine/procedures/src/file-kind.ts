import type { ProcedureFileKind } from './views/procedure.ts';

const name = '[a-zA-Z0-9][a-zA-Z0-9_-]{0,80}';

const kinds: readonly { readonly kind: ProcedureFileKind; readonly pattern: RegExp }[] = [
  { kind: 'procedure', pattern: /^procedure\.json$/ },
  { kind: 'parameters', pattern: /^parameters\.json$/ },
  { kind: 'process', pattern: new RegExp(`^${name}\\.bpmn$`) },
  { kind: 'decision', pattern: new RegExp(`^${name}\\.dmn$`) },
  { kind: 'form', pattern: new RegExp(`^${name}\\.form\\.json$`) },
  { kind: 'letter', pattern: new RegExp(`^${name}\\.letter\\.json$`) },
  { kind: 'right', pattern: new RegExp(`^${name}\\.right\\.json$`) },
  { kind: 'quota', pattern: new RegExp(`^${name}\\.quota\\.json$`) },
  { kind: 'obligation', pattern: new RegExp(`^${name}\\.obligation\\.json$`) },
  { kind: 'codes', pattern: new RegExp(`^${name}\\.codes\\.json$`) },
  { kind: 'decisionTests', pattern: new RegExp(`^tests/${name}\\.tests\\.json$`) },
  { kind: 'scenario', pattern: new RegExp(`^tests/${name}\\.scenario\\.json$`) },
];

/** What a path in a procedure folder holds; null for a path that has no place there. */
export const fileKindOf = (path: string): ProcedureFileKind | null =>
  kinds.find(({ pattern }) => pattern.test(path))?.kind ?? null;

/** The key of a form, a letter, a right, a quota, an obligation or a code list, from its path. */
export const keyOfPath = (path: string): string =>
  path.replace(/\.(form|letter|right|quota|obligation|codes)\.json$/, '');

/** The decisions that a test table is about: `tests/review.tests.json` tests `review.dmn`. */
export const decisionFileOf = (path: string): string => path.replace(/^tests\/(.*)\.tests\.json$/, '$1.dmn');
