/** Property names from the root to a field. */
export type Path = readonly string[];

const SCOPE = /^#(?:\/properties\/[^/]+)+$/;

/** Whether a text is a scope this dialect accepts: `#/properties/a/properties/b`. */
export const isScope = (text: string): boolean => SCOPE.test(text);

const unescape = (segment: string): string => segment.replaceAll('~1', '/').replaceAll('~0', '~');
const escape = (segment: string): string => segment.replaceAll('~', '~0').replaceAll('/', '~1');

/** Turns a scope into property names; `#` alone is the root. */
export const pathOfScope = (scope: string): Path =>
  scope
    .split('/')
    .slice(1)
    .filter((_, index) => index % 2 === 1)
    .map(unescape);

/** Writes property names (and row numbers) as a JSON pointer. */
export const pointerOf = (path: readonly (string | number)[]): string =>
  path.map((segment) => `/${escape(String(segment))}`).join('');

/** Splits a JSON pointer into its segments. */
export const segmentsOf = (pointer: string): Path => pointer.split('/').slice(1).map(unescape);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Reads the value at a path; undefined when any part is absent. Only own properties count. */
export const readAt = (value: unknown, path: Path): unknown => {
  let current = value;
  for (const segment of path) {
    if (!isRecord(current) || !Object.hasOwn(current, segment)) return undefined;
    current = current[segment];
  }
  return current;
};

const put = (holder: object, key: string, value: unknown): void => {
  // A plain assignment to "__proto__" would change the prototype instead of adding a key.
  Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
};

const copyOf = (value: unknown): object => {
  if (Array.isArray(value)) return [...value];
  return isRecord(value) ? { ...value } : {};
};

/** Returns a copy of `value` with `next` at `path`; `undefined` removes the property. Untouched branches are shared. */
export const writeAt = <T>(value: T, path: Path, next: unknown): T => {
  const [head, ...rest] = path;
  if (head === undefined) return next as T;
  if (next === undefined && readAt(value, path) === undefined) return value;
  const copy = copyOf(value);
  const inner = rest.length === 0 ? next : writeAt(readAt(value, [head]), rest, next);
  if (inner === undefined) Reflect.deleteProperty(copy, head);
  else put(copy, head, inner);
  return copy as T;
};

/** The same for many values, by their JSON pointers. */
export const writeAll = <T>(value: T, answers: Readonly<Record<string, unknown>>): T =>
  Object.entries(answers).reduce((all, [pointer, answer]) => writeAt(all, segmentsOf(pointer), answer), value);
