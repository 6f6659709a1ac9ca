import { type TSchema, Type } from 'typebox';
import type { Answer } from './answer.ts';
import type { Route } from './route.ts';
import { catalog } from './routes/catalog.ts';
import { type RefusedPaths, refusedPaths } from './routes/refused-paths.ts';
import { Text } from './schemas.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Puts titled schemas aside, once each, and refers to them. */
const hoist = (value: unknown, named: Map<string, Json>): Json => {
  if (Array.isArray(value)) return value.map((item) => hoist(item, named));
  if (!isObject(value)) return value as Json;
  const { title, ...untitled } = value;
  // A property of that name is a schema, not a title.
  const isTitled = typeof title === 'string';
  const parts = Object.entries(isTitled ? untitled : value);
  const hoisted = Object.fromEntries(parts.map(([name, part]) => [name, hoist(part, named)]));
  if (!isTitled) return hoisted;
  named.set(title, hoisted);
  return { $ref: `#/components/schemas/${title}` };
};

/** A schema without the marks of its library, which JSON leaves out. */
const plain = (schema: TSchema): Json => JSON.parse(JSON.stringify(schema)) as Json;

/** A name in camel case: `POST /jobs/:key/completion` is `postJobsByKeyCompletion`. */
const operationIdOf = ({ method, path }: Route): string =>
  [method.toLowerCase(), ...path.replaceAll(':', 'by-').split(/[/-]/)]
    .filter((word) => word !== '')
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');

const addressOf = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');

const parametersOf = ({ path, query }: Route): Json[] => {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: plain(Text),
  }));
  const required: readonly string[] = query?.required ?? [];
  const inQuery = Object.entries(query?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: plain(schema),
  }));
  return [...inPath, ...inQuery];
};

const requestBodyOf = ({ body, upload }: Route): JsonObject => {
  if (upload !== undefined) {
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: plain(upload) } } } };
  }
  return body === null ? {} : { requestBody: { content: { 'application/json': { schema: plain(body) } } } };
};

const answerOf = ({ status, type, schema }: Answer): JsonObject => ({
  [status]: {
    description: type === null ? 'Done.' : 'The answer.',
    ...(type === null ? {} : { content: { [type]: schema === null ? {} : { schema: plain(schema) } } }),
  },
});

const problem: JsonObject = { $ref: '#/components/responses/Problem' };

const describeRoute = (route: Route): JsonObject => ({
  operationId: operationIdOf(route),
  summary: route.summary,
  tags: [route.path.split('/')[1] ?? ''],
  parameters: parametersOf(route),
  ...requestBodyOf(route),
  responses: { ...answerOf(route.answer), default: problem },
});

const pathsOf = (routes: readonly Route[]): JsonObject => {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const address = addressOf(route.path);
    paths[address] = { ...paths[address], [route.method.toLowerCase()]: describeRoute(route) };
  }
  return paths;
};

const refusedOf = ({ paths, why, instead }: RefusedPaths): Json => ({ paths: paths.map(addressOf), why, instead });

const Problem = Type.Object({
  type: Text,
  title: Type.String({ description: 'A code for programs.' }),
  status: Type.Integer(),
  detail: Type.String({ description: 'A sentence for people.' }),
  instance: Type.String({ description: 'The path that was asked.' }),
});

const frame = {
  openapi: '3.1.0',
  info: {
    title: 'Irisflow engine',
    version: '2',
    description:
      'Commands and searches of the embedded engine. Keys are decimal text; a search reads what was acknowledged; every refusal is a problem that says what was expected and what was found.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/v2' }],
  'x-refused-paths': refusedPaths.map(refusedOf),
  components: {
    responses: {
      Problem: {
        description: 'What was wrong, as RFC 9457 describes it.',
        content: { 'application/problem+json': { schema: plain(Problem) } },
      },
    },
  },
};

/** The OpenAPI 3.1 description of the engine's REST API, made of what its routes say of themselves. */
export const describeRestApi = (): JsonObject => {
  const named = new Map<string, Json>();
  const paths = hoist(pathsOf(catalog), named);
  const schemas = Object.fromEntries([...named].toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return { ...frame, paths, components: { ...frame.components, schemas } };
};
