import { parse } from 'yaml';
import { isRecord, listAt, textAt } from '../json-schema.ts';

/** A mistake of whoever runs us, in words that say what was expected and what was found. */
export class DraftError extends Error {}

export type OpenApi = Readonly<Record<string, unknown>>;

const parsed = (text: string, name: string): unknown => {
  try {
    return parse(text, { maxAliasCount: 100 });
  } catch (thrown) {
    const found = thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown);
    throw new DraftError(`Expected ${name} to be YAML or JSON, but found: ${found}`);
  }
};

/** Reads an OpenAPI 3.0 or 3.1 description, in JSON or YAML. */
export const readOpenApi = (text: string, name: string): OpenApi => {
  const value = parsed(text, name);
  const version = isRecord(value) ? textAt(value, 'openapi') : '';
  if (!isRecord(value) || !/^3\.[01]\./.test(version))
    throw new DraftError(`Expected ${name} to be an OpenAPI 3.0 or 3.1 description, but found ${version || 'none'}`);
  return value;
};

const step = (value: unknown, part: string): unknown => {
  const name = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
  if (Array.isArray(value)) return value[Number(name)];
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
};

/** Of what is nested in what; a description that goes deeper, or resolves to more parts, is no drafting matter. */
const MAX_DEPTH = 60;
const MAX_PARTS = 100_000;

const merged = (members: readonly Readonly<Record<string, unknown>>[]): Readonly<Record<string, unknown>> => {
  const properties = Object.assign({}, ...members.map((one) => one['properties'])) as object;
  const required = members.flatMap((one) => listAt(one, 'required'));
  const isObject = Object.keys(properties).length > 0;
  return { ...Object.assign({}, ...members), ...(isObject ? { type: 'object', properties, required } : {}) };
};

/** A part of a description without references: each is the thing that it names, and what contains itself is unknown from there on. */
export const createResolver = (api: OpenApi) => {
  const referred = (reference: string): unknown => {
    if (!reference.startsWith('#/'))
      throw new DraftError(
        `Expected references within the description, but found ${reference}: bundle it into one file first`,
      );
    const found = reference.slice(2).split('/').reduce<unknown>(step, api);
    if (found === undefined) throw new DraftError(`Expected ${reference} in the description, but there is none`);
    return found;
  };
  let parts = 0;
  const resolve = (value: unknown, open: readonly string[], depth: number): unknown => {
    parts += 1;
    if (parts > MAX_PARTS)
      throw new DraftError('Expected a description of one service, but this one is too large to draft from');
    if (depth > MAX_DEPTH) return {};
    if (Array.isArray(value)) return value.map((item) => resolve(item, open, depth + 1));
    if (!isRecord(value)) return value;
    const reference = textAt(value, '$ref');
    if (reference !== '')
      return open.includes(reference) ? {} : resolve(referred(reference), [...open, reference], depth + 1);
    const pairs = Object.entries(value).map(([name, inner]) => [name, resolve(inner, open, depth + 1)] as const);
    const { allOf, ...rest } = Object.fromEntries(pairs);
    return Array.isArray(allOf) ? merged([...allOf.filter(isRecord), rest]) : Object.fromEntries(pairs);
  };
  return (value: unknown): Readonly<Record<string, unknown>> => {
    const found = resolve(value, [], 0);
    return isRecord(found) ? found : {};
  };
};
