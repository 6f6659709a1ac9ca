import { Metadata, status } from '@grpc/grpc-js';
import { collect } from '@irisflow/broker/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { oneTask } from '../kit/one-task.ts';
import { underAttack } from './kit/under-attack.ts';

const { INVALID_ARGUMENT, NOT_FOUND, RESOURCE_EXHAUSTED, INTERNAL } = status;

/** The numbers at the ends of 64 and of 32 bits. */
const [LONGEST, LEAST, INT_MAX, INT_MIN] = ['9223372036854775807', '-9223372036854775808', 2 ** 31 - 1, -(2 ** 31)];
const NUL = String.fromCharCode(0);
const HALF = String.fromCharCode(0xd800);
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const wired = { bpmnProcessId: 'wired', version: -1 };
const activation = { type: 'nobody', worker: 'w', timeout: 1_000, maxJobsToActivate: 1, requestTimeout: -1 };

/** The calls that name something by its key, and the field of the key. */
const keyed: readonly (readonly [call: string, field: string])[] = [
  ['CancelProcessInstance', 'processInstanceKey'],
  ['CompleteJob', 'jobKey'],
  ['FailJob', 'jobKey'],
  ['ThrowError', 'jobKey'],
  ['UpdateJobRetries', 'jobKey'],
  ['UpdateJobTimeout', 'jobKey'],
  ['ResolveIncident', 'incidentKey'],
  ['SetVariables', 'elementInstanceKey'],
  ['DeleteResource', 'resourceKey'],
  ['ModifyProcessInstance', 'processInstanceKey'],
  ['MigrateProcessInstance', 'processInstanceKey'],
  ['CreateProcessInstance', 'processDefinitionKey'],
  ['EvaluateDecision', 'decisionKey'],
];

const badVariables: readonly (readonly [what: string, variables: string, words: string])[] = [
  ['half an object', '{', 'no JSON'],
  ['a list', '[]', 'the root is something else'],
  ['a text', '"x"', 'the root is something else'],
  ['a number', '7', 'the root is something else'],
  ['a truth', 'true', 'the root is something else'],
  ['a field without a value', '{"a":}', 'no JSON'],
  ['no number', '{"a":NaN}', 'no JSON'],
  ['quotes of another language', "{'a':1}", 'no JSON'],
  ['something behind the end', '{"a":1}x', 'no JSON'],
  ['a NUL character', `{"a":"${NUL}"}`, 'no JSON'],
  ['an integer of a hundred bits', '{"a":123456789012345678901234567890}', 'does not fit into 64 bits'],
  ['a hundred thousand levels', `{"a":${nested(100_000)}}`, 'at most 200 levels'],
];

/** Variables that are unusual and fine, and what a worker gets. */
const oddVariables: readonly (readonly [what: string, variables: string, expected: object])[] = [
  ['nothing', '', {}],
  ['null', 'null', {}],
  ['a NUL character by its number', String.raw`{"a":"\u0000"}`, { a: NUL }],
  ['half a character', String.raw`{"a":"\ud800"}`, { a: HALF }],
  ['an empty name', '{"":1}', { '': 1 }],
  ['a long name', `{"${'x'.repeat(600)}":1}`, { ['x'.repeat(600)]: 1 }],
  ['a name twice', '{"a":1,"a":2}', { a: 2 }],
  ['a hundred levels', `{"a":${nested(100)}}`, { a: JSON.parse(nested(100)) }],
];

/** Requests that are refused: the call, the request, the code, and what the refusal says. */
const refused: readonly (readonly [what: string, call: string, request: object, code: number, words: string])[] = [
  [
    'a message of 5 MB',
    'PublishMessage',
    { name: 'x', variables: `{"a":"${'x'.repeat(5_000_000)}"}` },
    RESOURCE_EXHAUSTED,
    'larger than max',
  ],
  [
    'a key of a definition below none',
    'CreateProcessInstance',
    { processDefinitionKey: LEAST },
    INVALID_ARGUMENT,
    'a key greater than -1',
  ],
  ['a version that never was', 'CreateProcessInstance', { ...wired, version: 0 }, NOT_FOUND, "version '0'"],
  [
    'a NUL character in an id',
    'CreateProcessInstance',
    { ...wired, bpmnProcessId: `a${NUL}b` },
    NOT_FOUND,
    'none found',
  ],
  ['half a character in an id', 'CreateProcessInstance', { ...wired, bpmnProcessId: HALF }, NOT_FOUND, 'none found'],
  [
    'a statement as an id',
    'CreateProcessInstance',
    { ...wired, bpmnProcessId: "'; drop table x; --" },
    NOT_FOUND,
    'none found',
  ],
  [
    'an id without end',
    'CreateProcessInstance',
    { ...wired, bpmnProcessId: 'x'.repeat(513) },
    INVALID_ARGUMENT,
    'at most 512 characters, but it has 513',
  ],
  [
    'a name without end',
    'PublishMessage',
    { name: 'x'.repeat(513) },
    INVALID_ARGUMENT,
    'Expected name to have at most 512',
  ],
  [
    'a key to correlate without end',
    'PublishMessage',
    { name: 'x', correlationKey: 'x'.repeat(513) },
    INVALID_ARGUMENT,
    'Expected correlationKey to have at most 512',
  ],
  [
    'a signal without end',
    'BroadcastSignal',
    { signalName: 'x'.repeat(513) },
    INVALID_ARGUMENT,
    'Expected signalName to have at most 512',
  ],
  [
    'a tenant of somebody else',
    'CreateProcessInstance',
    { ...wired, tenantId: 'other' },
    INVALID_ARGUMENT,
    "found 'other'",
  ],
  [
    'a statement as a tenant',
    'PublishMessage',
    { name: 'x', tenantId: '; drop table x' },
    INVALID_ARGUMENT,
    'multi-tenancy is disabled',
  ],
  ['no file', 'DeployResource', { resources: [] }, INVALID_ARGUMENT, 'at least one resource'],
  [
    'a file that climbs',
    'DeployResource',
    { resources: [{ name: '../../etc/passwd', content: Buffer.from('x') }] },
    INVALID_ARGUMENT,
    '../../etc/passwd',
  ],
  [
    'no request within',
    'CreateProcessInstanceWithResult',
    { requestTimeout: 1_000 },
    INVALID_ARGUMENT,
    'it is missing',
  ],
];

/** What a worker may not ask for. */
const refusedActivations: readonly (readonly [what: string, more: object, words: string])[] = [
  ['a lease of no time', { timeout: 0 }, 'a timeout greater than 0, but found 0'],
  ['a lease before its begin', { timeout: -1 }, 'but found -1'],
  ['the least of all leases', { timeout: LEAST }, `but found ${LEAST}`],
  ['no jobs', { maxJobsToActivate: 0 }, 'maxJobsToActivate is 0'],
  ['fewer than no jobs', { maxJobsToActivate: INT_MIN }, `maxJobsToActivate is ${INT_MIN}`],
  ['no type', { type: '' }, 'the type is blank'],
  ['a blank type', { type: ' ' }, 'the type is blank'],
  ['a type without end', { type: 'x'.repeat(513) }, 'at most 512 characters'],
];

underAttack(
  'Hostile requests over gRPC',
  (attacked) => {
    const refusal = (call: string, request: object, metadata?: Metadata) =>
      attacked.world.refusal(attacked.world.raw.call(call, request, metadata));
    const activate = (more: object) => collect(attacked.world.raw.stream('ActivateJobs', { ...activation, ...more }));

    beforeAll(async () => {
      await attacked.world.deploy(oneTask('wired', { type: 'wired' }));
    });

    describe('are refused with a sentence', () => {
      test.for(refused)('%s', async ([, call, request, code, words]) => {
        expect(await refusal(call, request)).toEqual({ code, details: expect.stringContaining(words) });
      });

      test.for(badVariables)('variables that are %s', async ([, variables, words]) => {
        const expected = { code: INVALID_ARGUMENT, details: expect.stringContaining(words) };
        expect(await refusal('CreateProcessInstance', { ...wired, variables })).toEqual(expected);
        expect(await refusal('PublishMessage', { name: 'x', variables })).toMatchObject({ code: expect.any(Number) });
        expect(await attacked.world.instances('wired', 'ACTIVE')).toEqual([]);
      });

      test.for(refusedActivations)('jobs for %s', async ([, more, words]) => {
        const { code, details } = await attacked.world.refusal(activate(more));
        expect([code, details]).toEqual([INVALID_ARGUMENT, expect.stringContaining(words)]);
      });

      test.for(keyed)('%s with keys that nobody has', async ([call, field]) => {
        for (const key of ['0', '-1', LONGEST, LEAST]) {
          const { code, details } = await refusal(call, {
            [field]: key,
            retries: 1,
            timeout: 1_000,
            migrationPlan: {},
          });
          expect([NOT_FOUND, INVALID_ARGUMENT]).toContain(code);
          expect(details).toMatch(/^Command '\w+' rejected with code '\w+': Expected /);
        }
      });

      test('metadata of 100 kB and of a megabyte, and five thousand of them', async () => {
        const large = (size: number) => {
          const metadata = new Metadata();
          metadata.set('x-large', 'x'.repeat(size));
          return metadata;
        };
        const many = new Metadata();
        for (let at = 0; at < 5_000; at += 1) many.set(`k${at}`, 'v');
        for (const metadata of [large(100_000), large(1_000_000), many]) {
          expect([INTERNAL, RESOURCE_EXHAUSTED]).toContain((await refusal('Topology', {}, metadata)).code);
        }
        expect(await attacked.world.raw.call('Topology', {}, large(20_000))).toMatchObject({ clusterSize: 1 });
      });
    });

    describe('that are odd, but fine', () => {
      test.for(oddVariables)('variables with %s', async ([, variables, expected]) => {
        const { world } = attacked;
        await world.raw.call('CreateProcessInstance', { ...wired, variables });
        const job = await world.job('wired');
        expect(job.variables).toEqual(expected);
        await world.complete(job);
      });

      test.for([
        ['as many jobs as 32 bits count', { maxJobsToActivate: INT_MAX }],
        ['a lease for ever', { timeout: LONGEST }],
        ['a wait that was over long ago', { requestTimeout: LEAST }],
        ['a type with a NUL character', { type: `a${NUL}b` }],
        ['a type of half a character', { type: HALF }],
      ] as const)('%s', async ([, more]) => {
        expect(await activate(more)).toEqual([]);
      });

      test('a job for ever, failed for ever', async () => {
        // given
        const { world } = attacked;
        const key = await world.create('wired');
        const [job] = await world.activate('wired', { timeout: Number(LONGEST), wait: 5_000 });
        const jobKey = job?.key;

        // when
        const errorMessage = `a${NUL}${'x'.repeat(3_000_000)}`;
        await world.raw.call('FailJob', { jobKey, retries: INT_MAX, retryBackOff: LONGEST, errorMessage });

        // then
        expect(await world.jobs(key)).toMatchObject([{ retries: INT_MAX, state: 'FAILED' }]);
        await world.cancel(key);
      });

      test.for([
        ['a NUL character', `a${NUL}b`],
        ['half a character', HALF],
        ['a statement', "'; drop table x; --"],
        ['a prototype', '__proto__'],
      ] as const)('names with %s', async ([, name]) => {
        const { world } = attacked;
        const message = { name, correlationKey: name, messageId: name, timeToLive: LONGEST };
        await world.raw.call('PublishMessage', message);
        expect((await refusal('PublishMessage', message)).code).toBe(status.ALREADY_EXISTS);
        await world.raw.call('BroadcastSignal', { signalName: name });
        const created = await world.raw.call('CreateProcessInstance', { ...wired, businessId: name, tags: [name] });
        await world.cancel(String(created['processInstanceKey']));
      });

      test('an error that nobody can read', async () => {
        const { world } = attacked;
        const key = await world.create('wired');
        const { key: jobKey } = await world.job('wired');
        await world.raw.call('ThrowError', { jobKey, errorCode: `a${NUL}b`, errorMessage: NUL });
        expect(await world.incident(key)).toMatchObject({ errorType: 'UNHANDLED_ERROR_EVENT' });
        await world.cancel(key);
      });

      test('a message that was over long before it came', async () => {
        const published = await attacked.world.raw.call('PublishMessage', { name: 'late', timeToLive: LEAST });
        expect(Number(published['key'])).toBeGreaterThan(0);
      });
    });
  },
  ['pglite', 'postgres'],
);
