import { covers, type FieldPath, outermost } from './field-path.ts';
import type { PublishedCall } from './published.ts';
import { anonymous, type ServedCall } from './served.ts';

/** How clients call what an address with several methods is asked for. */
const METHODS: Readonly<Record<string, string>> = {
  Get: 'GET',
  Create: 'POST',
  Update: 'PATCH',
  Delete: 'DELETE',
};

const verbOf = ({ name }: PublishedCall): string => /^[A-Z][a-z]*/.exec(name)?.[0] ?? '';

/** The served call that a client's call arrives at; undefined when its address is not served. */
export const servedFor = (
  call: PublishedCall,
  served: ReadonlyMap<string, readonly ServedCall[]>,
): ServedCall | undefined => {
  const calls = served.get(anonymous(call.address)) ?? [];
  return calls.length === 1 ? calls[0] : calls.find(({ method }) => method === METHODS[verbOf(call)]);
};

const missing = (side: string, wanted: ReadonlySet<FieldPath>, known: ReadonlySet<FieldPath>): string[] =>
  outermost([...wanted].filter((path) => path !== '' && !covers(known, path))).map((path) => `${side} ${path}`);

/** Values that answers do not have yet need not be given: only their places count. */
const places = (paths: ReadonlySet<FieldPath>): ReadonlySet<FieldPath> =>
  new Set([...paths].filter((path) => !path.includes('=')));

/** What a client sends that is not taken, and what it reads that is not given: `body filter.tags`, `answer items[].tags`. */
export const absentFields = (published: PublishedCall, served: ServedCall): readonly string[] => [
  ...missing('body', published.body, served.body),
  ...missing('query', places(published.query), served.query),
  ...missing('answer', places(published.answer), served.answer),
];

const read = (value: unknown, path: FieldPath): readonly unknown[] => {
  const [, name = '', rest = ''] = /^(\[\]|[^.[]+)\.?(.*)$/.exec(path) ?? [];
  if (typeof value !== 'object' || value === null) return [];
  const parts = name === '[]' ? (value as readonly unknown[]) : [(value as Readonly<Record<string, unknown>>)[name]];
  return rest === '' ? parts : parts.flatMap((part) => read(part, rest));
};

/** Fields that a client relies on and a real answer does not have; of what is null or empty nothing is expected. */
export const absentInAnswer = ({ answer, optional }: PublishedCall, body: unknown): readonly string[] => {
  const needed = [...places(answer)].filter((path) => path !== '' && !path.endsWith('*') && !optional.has(path));
  return outermost(needed.filter((path) => read(body, path).includes(undefined))).map((path) => `answer ${path}`);
};
