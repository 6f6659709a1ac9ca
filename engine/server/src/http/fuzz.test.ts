import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations, type Operation, type OperationId } from '../api/contract/index.ts';
import { givenCase, givenProcedure } from '../testing/given-case.ts';
import { givenConnector } from '../testing/given-connector.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Request, type Visitor } from '../testing/visitor.ts';

const everyRole = ['citizen', 'agent', 'supervisor', 'analyst', 'administrator', 'auditor'] as const;
/** Texts that broke somebody's software before. */
const nasty = [
  '',
  ' ',
  '\0',
  '\uD800',
  '../../etc/passwd',
  "' or 1=1 --",
  '%',
  '__proto__',
  'constructor',
  '{{7*7}}',
  '1e999',
  '-1',
  '9'.repeat(30),
  'a'.repeat(300),
  'null',
  'NaN',
  '\u202E',
  '😀',
  '=1+1',
  '<script>',
  '0000-01-01',
  '9999-12-31',
];

/** Half of a surrogate pair has no form in an address. */
const sendable = nasty.filter((text) => !/\p{Surrogate}/u.test(text));

type Schema = Readonly<Record<string, unknown>>;

const objectOf = (schema: Schema): fc.Arbitrary<unknown> => {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
  const known = fc.record(Object.fromEntries(properties.map(([name, property]) => [name, valueOf(property)])));
  if (properties.length > 0) return known;
  return fc.dictionary(fc.constantFrom(...nasty, 'request'), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 5 });
};

/** Values of about the right shape: nonsense is refused at the door, almost sense gets further. */
const valueOf = (schema: Schema): fc.Arbitrary<unknown> => {
  const shapes: Readonly<Record<string, () => fc.Arbitrary<unknown>>> = {
    string: () =>
      fc.oneof(
        fc.constantFrom(...nasty),
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.constantFrom('rent-aid', 'fr', 'A'.repeat(22), '2026-11-25', '123'),
      ),
    integer: () => fc.oneof(fc.integer(), fc.constantFrom(0, 1, -1, 2 ** 31, Number.MAX_SAFE_INTEGER, 1e300)),
    number: () => fc.double({ noNaN: true, noDefaultInfinity: true }),
    boolean: () => fc.boolean(),
    array: () => fc.array(valueOf((schema['items'] ?? {}) as Schema), { maxLength: 4 }),
    object: () => objectOf(schema),
  };
  const choices = schema['anyOf'] as readonly Schema[] | undefined;
  const likely =
    'const' in schema
      ? fc.constant(schema['const'])
      : choices === undefined
        ? (shapes[String(schema['type'])] ?? (() => fc.jsonValue({ maxDepth: 3 })))()
        : fc.oneof(...choices.map(valueOf));
  return fc.oneof({ weight: 15, arbitrary: likely }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) });
};

const textsOf = (schema: Operation['params'], known: Readonly<Record<string, string>>) =>
  fc.record(
    Object.fromEntries(
      Object.keys(schema?.properties ?? {}).map((name) => [
        name,
        fc.oneof(
          fc.constantFrom(...sendable),
          fc.string({ maxLength: 20 }),
          fc.constant(known[name] ?? 'A'.repeat(22)),
        ),
      ]),
    ),
    { requiredKeys: [] },
  );

describe('whatever a caller sends', () => {
  let given: TestPlatform;
  let insider: Visitor;
  let connector: Visitor;
  let known: Record<string, string> = {};

  beforeAll(async () => {
    given = await openTestPlatform();
    const { app, casework } = given;
    insider = await givenPerson(app, casework, { name: 'Ina', roles: everyRole, administration: 'brussels-housing' });
    await givenProcedure(insider, 'rent-aid');
    known = { key: 'rent-aid', caseId: await givenCase(insider, 'rent-aid'), version: '1', pointer: '/request' };
    connector = await givenConnector(given, known['caseId'] ?? '', { 'idempotency-key': 'one' });
  });
  afterAll(() => given.close());

  const requestOf = (operation: Operation): fc.Arbitrary<Request> =>
    fc
      .record({
        params: textsOf(operation.params, known),
        query: textsOf(operation.query, known),
        body:
          operation.body === undefined || operation.body === 'file' || operation.body === 'bytes'
            ? fc.constant(undefined)
            : valueOf(operation.body as Schema),
        content: fc.uint8Array({ maxLength: 200 }),
      })
      .map(({ params, query, body, content }) => ({
        params: params as Record<string, string>,
        query: query as Record<string, string>,
        ...(body === undefined ? {} : { body }),
        ...(operation.body === 'file' ? { file: { name: 'f.bin', content: Buffer.from(content) } } : {}),
      }));

  // Signing out would end the session of all the others.
  const ids = Object.keys(operations).filter((id) => id !== 'signOut') as OperationId[];

  it.each(ids)('%s: its mistakes are called its mistakes, never a fault of ours', async (id) => {
    const operation: Operation = operations[id];
    const caller = operation.access === 'connector' ? connector : insider;
    await fc.assert(
      fc.asyncProperty(requestOf(operation), async (request) => {
        const answer = await caller.call(id, request);
        expect(answer.statusCode === 502 || answer.statusCode < 500, `${answer.statusCode} ${answer.body}`).toBe(true);
      }),
      { numRuns: 8 },
    );
  });
});
