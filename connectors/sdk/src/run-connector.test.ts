import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';

import {
  bpmnError,
  defineConnector,
  elementTemplate,
  incident,
  retryLater,
  runConnector,
  type Connector,
  type ConsultationPermission,
  type Consultations,
  type RunContext,
} from './index.ts';

const text = (en: string) => ({ fr: en, nl: en, en });

type Greet = (input: { name: string; greeting?: string }, context: RunContext) => Promise<{ sentence: string }>;

const greeter = (run: Greet) =>
  defineConnector({
    type: 'greeter',
    version: 1,
    title: text('Greeter'),
    description: text('Greets a person.'),
    resultName: 'greeted',
    input: Type.Object({
      name: Type.String({ minLength: 1 }),
      greeting: Type.Optional(Type.String({ default: 'Hello' })),
    }),
    fields: { name: { label: text('Name') }, greeting: { label: text('Greeting') } },
    output: Type.Object({ sentence: Type.String() }),
    errors: { NAME_UNKNOWN: text('Nobody has this name.'), NO_AUTHORIZATION: text('Not permitted.') },
    consults: { source: 'names' },
    secrets: ['NAMES_TOKEN'],
    settings: ['NAMES_URL'],
    timeoutMs: 200,
    retries: 3,
    backoffMs: 100,
    example: { name: 'Ada' },
    run,
  });

const greet = greeter(async (input) => ({ sentence: `${input.greeting ?? '?'} ${input.name}` }));
const failing = (failure: () => unknown) =>
  greeter(async () => {
    throw failure();
  });

describe('running a connector', () => {
  it('puts the answer in its own result variable, with defaults filled in', async () => {
    const outcome = await runConnector(greet, { name: 'Ada' });

    expect(outcome).toEqual({
      kind: 'output',
      output: { sentence: 'Hello Ada' },
      variables: { greeted: { sentence: 'Hello Ada' } },
    });
  });

  it('puts the answer in the variable that the task header names', async () => {
    const outcome = await runConnector(greet, { name: 'Ada' }, { headers: { resultVariable: 'hi' } });

    expect(outcome).toMatchObject({ variables: { hi: { sentence: 'Hello Ada' } } });
  });

  it('takes no number that JavaScript may have rounded', async () => {
    const payer = { ...greet, input: Type.Object({ name: Type.Unknown() }) } as unknown as typeof greet;
    const pay = (amount: number) => runConnector(payer, { name: { account: [amount] } as unknown as string });

    expect(await pay(2 ** 53)).toMatchObject({
      kind: 'incident',
      message: expect.stringContaining('/name/account/0'),
    });
    expect(await pay(9_007_199_254_740_991)).toMatchObject({ kind: 'output' });
    expect(await pay(1e20)).toMatchObject({ kind: 'output' });
  });

  it('takes a null for an optional input as not given', async () => {
    const outcome = await runConnector(greet, { name: 'Ada', greeting: null as unknown as string });

    expect(outcome).toMatchObject({ output: { sentence: 'Hello Ada' } });
  });

  it('raises an incident that names the place of a wrong input but not its value', async () => {
    const outcome = await runConnector(greet, { name: 4711 as unknown as string }, { elementId: 'Task_greet' });

    expect(outcome).toEqual({
      kind: 'incident',
      message: 'Expected connector greeter at element "Task_greet" to have valid input, but /name must be string.',
    });
  });

  it('raises an incident when the answer has not the declared shape', async () => {
    const outcome = await runConnector(
      greeter(async () => ({ sentence: 1 as unknown as string })),
      { name: 'Ada' },
    );

    expect(outcome).toMatchObject({ kind: 'incident', message: expect.stringContaining('/sentence must be string') });
  });

  it('passes a declared BPMN error on with its variables', async () => {
    const outcome = await runConnector(
      failing(() => bpmnError('NAME_UNKNOWN', 'Nobody.', { tried: 3 })),
      { name: 'Ada' },
    );

    expect(outcome).toMatchObject({
      kind: 'bpmnError',
      code: 'NAME_UNKNOWN',
      message: 'Nobody.',
      variables: { tried: 3 },
    });
  });

  it('raises an incident for a BPMN error that the definition does not declare', async () => {
    const outcome = await runConnector(
      failing(() => bpmnError('SURPRISE', 'Nobody told you.')),
      { name: 'Ada' },
    );

    expect(outcome).toMatchObject({ kind: 'incident', message: expect.stringContaining('"SURPRISE"') });
  });

  it.each([
    [
      'a technical failure',
      () => retryLater('Busy.', { afterMs: 70 }),
      { kind: 'retry', message: 'Busy.', afterMs: 70 },
    ],
    ['an incident', () => incident('Wrong.'), { kind: 'incident', message: 'Wrong.' }],
    ['an unknown error', () => new TypeError('Odd.'), { kind: 'retry', message: 'Odd.', afterMs: undefined }],
  ])('answers %s', async (_, failure, expected) => {
    expect(await runConnector(failing(failure), { name: 'Ada' })).toEqual(expected);
  });

  it('gives up at the time limit even when the connector ignores its signal', async () => {
    const deaf = greeter(() => new Promise(() => undefined));

    const outcome = await runConnector(deaf, { name: 'Ada' });

    expect(outcome).toMatchObject({ kind: 'retry', message: expect.stringContaining('TIMEOUT') });
  });

  it('removes secret values from messages', async () => {
    const outcome = await runConnector(
      failing(() => new Error('token s3cr3t-value refused')),
      { name: 'Ada' },
      { secrets: { NAMES_TOKEN: 's3cr3t-value' } },
    );

    expect(outcome).toMatchObject({ message: 'token [redacted] refused' });
  });
});

describe('what a connector may touch', () => {
  it('keeps one idempotency key for one activation of the task', async () => {
    const keys: string[] = [];
    const noting = greeter(async (_, context: RunContext) => {
      keys.push(context.idempotencyKey);
      return { sentence: 'x' };
    });

    await runConnector(noting, { name: 'Ada' }, { idempotencyKey: '7-9' });
    await runConnector(noting, { name: 'Ada' }, { idempotencyKey: '7-9' });

    expect(keys).toEqual(['7-9', '7-9']);
  });

  it('raises an incident for a secret that is not declared, even when it is configured', async () => {
    const prying = greeter(async (_, context: RunContext) => ({ sentence: context.secret('OTHER_TOKEN') }));

    const outcome = await runConnector(prying, { name: 'Ada' }, { secrets: { OTHER_TOKEN: 'abcdef' } });

    expect(outcome).toMatchObject({
      kind: 'incident',
      message: expect.stringContaining('declare the secret OTHER_TOKEN'),
    });
  });

  it('raises an incident for a setting that is not configured', async () => {
    const asking = greeter(async (_, context: RunContext) => ({ sentence: context.setting('NAMES_URL') }));

    const outcome = await runConnector(asking, { name: 'Ada' });

    expect(outcome).toMatchObject({ kind: 'incident', message: expect.stringContaining('NAMES_URL') });
  });
});

describe('consulting a source', () => {
  const asking = (ask: () => Promise<string>) =>
    greeter(async (_, context: RunContext) => ({
      sentence: await context.consult('00000000196', async ({ purpose, legalBasis }) => {
        const answer = await ask();
        return `${answer} for ${purpose} by ${legalBasis}`;
      }),
    }));
  const granted: ConsultationPermission = {
    permitted: true,
    consultationId: '7',
    purpose: 'greeting',
    legalBasis: 'Decree of today',
    fields: ['sentence'],
  };
  /** A log that notes what it hears, in order. */
  const hearing = (heard: unknown[], permission: ConsultationPermission = granted): Consultations => ({
    ask: async (question) => {
      heard.push(question);
      return permission;
    },
    record: async (outcome) => void heard.push(outcome),
  });
  const caseHandle = `irisflow-case-1.${Buffer.from('["case-1"]').toString('base64url')}.${'s'.repeat(43)}`;
  const lawful = { caseHandle, now: () => new Date(0) };

  it('asks the platform first, with who and where, and tells the outcome before it hands the answer over', async () => {
    const heard: unknown[] = [];

    const outcome = await runConnector(
      asking(async () => {
        heard.push('source');
        return 'found';
      }),
      { name: 'Ada' },
      { ...lawful, consultations: hearing(heard), headers: { purpose: 'curiosity', legalBasis: 'none' } },
    );

    expect(outcome).toMatchObject({ output: { sentence: 'found for greeting by Decree of today' } });
    const key = {
      consultationKey: '1-2-1-1970-01-01T00:00:00.000Z',
      caseHandle,
      jobKey: '3',
      connectorType: 'greeter',
    };
    expect(heard).toEqual([
      {
        ...key,
        source: 'names',
        subject: '00000000196',
      },
      'source',
      { ...key, consultationId: '7', outcome: 'found' },
    ]);
  });

  it('keeps what the process will be told, with the question, before it is told', async () => {
    const heard: unknown[] = [];
    const kept: unknown[] = [];

    await runConnector(
      asking(async () => 'found'),
      { name: 'Ada' },
      {
        ...lawful,
        consultations: { ...hearing(heard, { ...granted, fields: [] }), keep: async (said) => void kept.push(said) },
      },
    );

    expect(kept).toEqual([
      {
        consultationKey: '1-2-answer-1970-01-01T00:00:00.000Z',
        caseHandle,
        jobKey: '3',
        connectorType: 'greeter',
        consultationIds: ['7'],
        question: { name: 'Ada', greeting: 'Hello' },
        answer: {},
      },
    ]);
  });

  it('does not ask a source that it may not ask', async () => {
    let asked = 0;

    const outcome = await runConnector(
      asking(async () => String((asked += 1))),
      { name: 'Ada' },
      { ...lawful, consultations: hearing([], { permitted: false, refusal: 'SUBJECT_NOT_PARTY' }) },
    );

    expect(outcome).toMatchObject({
      kind: 'bpmnError',
      code: 'NO_AUTHORIZATION',
      variables: { refusal: 'SUBJECT_NOT_PARTY' },
    });
    expect(asked).toBe(0);
  });

  it('keeps back the fields that are not authorized, required ones too', async () => {
    const outcome = await runConnector(
      asking(async () => 'found'),
      { name: 'Ada' },
      { ...lawful, consultations: hearing([], { ...granted, fields: ['address'] }) },
    );

    expect(outcome).toEqual({ kind: 'output', output: {}, variables: { greeted: {} } });
  });

  it('keeps them back in a business error too, and leaves it what is not of the answer', async () => {
    const outcome = await runConnector(
      asking(async () => {
        throw bpmnError('NAME_UNKNOWN', 'Nobody.', { sentence: 'secret', newId: '1' });
      }),
      { name: 'Ada' },
      { ...lawful, consultations: hearing([], { ...granted, fields: [] }) },
    );

    expect(outcome).toMatchObject({ kind: 'bpmnError', variables: { newId: '1' } });
    expect(JSON.stringify(outcome)).not.toContain('secret');
  });

  it('leaves the process a null answer and what is unknown: which source, why, since when', async () => {
    const outcome = await runConnector(
      asking(async () => {
        throw bpmnError('NAME_UNKNOWN', 'Nobody.');
      }),
      { name: 'Ada' },
      { ...lawful, headers: { resultVariable: 'greeting' }, consultations: hearing([]) },
    );

    expect(outcome).toMatchObject({
      variables: {
        greeting: null,
        greetingUnknown: { source: 'names', reason: 'NAME_UNKNOWN', since: '1970-01-01T00:00:00.000Z' },
      },
    });
  });

  it.each([
    ['NAME_UNKNOWN', () => bpmnError('NAME_UNKNOWN', 'Nobody.')],
    ['technical-failure', () => retryLater('Down.')],
  ])('tells of a question that ends with %s', async (outcome, failure) => {
    const heard: unknown[] = [];

    await runConnector(
      asking(async () => {
        throw failure();
      }),
      { name: 'Ada' },
      { ...lawful, consultations: hearing(heard) },
    );

    expect(heard[1]).toMatchObject({ outcome });
  });

  it.each([
    ['ask', { ask: () => Promise.reject(new Error('disk full')) }],
    ['record', { record: () => Promise.reject(new Error('disk full')) }],
    ['keep', { keep: () => Promise.reject(new Error('disk full')) }],
  ])('gives no answer when the log is out of order: %s', async (_, broken) => {
    const outcome = await runConnector(
      asking(async () => 'found'),
      { name: 'Ada' },
      { ...lawful, consultations: { ...hearing([]), ...broken } },
    );

    expect(outcome).toMatchObject({ kind: 'retry', message: expect.stringContaining('consultation log') });
  });

  it('does not ask at all without a case', async () => {
    const heard: unknown[] = [];

    const outcome = await runConnector(
      asking(async () => 'found'),
      { name: 'Ada' },
      { ...lawful, caseHandle: '', consultations: hearing(heard) },
    );

    expect(outcome).toMatchObject({ kind: 'incident', message: expect.stringContaining('"caseHandle"') });
    expect(heard).toEqual([]);
  });
});

describe('a case handle', () => {
  const caseHandle = `irisflow-case-1.${Buffer.from('["case-1"]').toString('base64url')}.${'s'.repeat(43)}`;

  it('reaches the connector, and leaves it neither by its input nor by its result', async () => {
    const seen: unknown[] = [];
    const echoing = greeter(async ({ name }, context: RunContext) => {
      seen.push(name, context.caseHandle, context.jobKey, context.connectorType);
      return { sentence: `Hello ${context.caseHandle}` };
    });

    const outcome = await runConnector(echoing, { name: `Ada ${caseHandle}` }, { caseHandle, jobKey: '7' });

    expect(seen).toEqual(['Ada [case handle]', caseHandle, '7', 'greeter']);
    expect(outcome).toMatchObject({ output: { sentence: 'Hello [case handle]' } });
    expect(JSON.stringify(outcome)).not.toContain(caseHandle);
  });

  it('stays out of logs, incidents and errors', async () => {
    const lines: string[] = [];
    const failing = greeter(async (_, context: RunContext) => {
      context.log({ level: 'info', message: `Asked for ${context.caseHandle}` });
      throw new Error(`No answer for ${context.caseHandle}`);
    });

    const outcome = await runConnector(
      failing,
      { name: 'Ada' },
      { caseHandle, log: ({ message }) => void lines.push(message) },
    );

    expect(outcome).toMatchObject({ kind: 'retry', message: 'No answer for [case handle]' });
    expect(lines).toEqual(['Asked for [case handle]']);
  });

  it('is not overwritten by a result', async () => {
    const outcome = await runConnector(greet, { name: 'Ada' }, { headers: { resultVariable: 'caseHandle' } });

    expect(outcome).toMatchObject({ kind: 'incident', message: expect.stringContaining('"caseHandle"') });
  });
});

describe('defining a connector', () => {
  it('fits connectors of any input in one list', () => {
    const list: readonly Connector[] = [greet];

    expect(list.map(({ type }) => type)).toEqual(['greeter']);
    expect(Object.isFrozen(greet)).toBe(true);
  });

  it('takes a type of an administration, and gives the template its id', () => {
    const { type } = defineConnector({ ...greet, type: 'brussels-housing.greeter-2' });

    expect(elementTemplate({ ...greet, type }, 'en').id).toBe('irisflow.brussels-housing.greeter-2');
  });

  it.each<[what: string, change: object, found: string]>([
    ['type', { type: 'Greeter 2' }, 'a job type'],
    ['type of an administration', { type: 'housing.rent.greeter' }, 'a job type'],
    ['type without a name', { type: 'housing.' }, 'a job type'],
    ['error code', { errors: { 'not-a-code': text('x') } }, 'an error code'],
    ['time limit', { timeoutMs: 0 }, 'timeoutMs'],
  ])('refuses a wrong %s', (_, change, found) => {
    expect(() => defineConnector({ ...greet, ...change })).toThrow(found);
  });
});

describe('an input that depends on another', () => {
  const depending = defineConnector({
    ...greet,
    input: Type.Object({ mode: Type.Enum(['plain', 'titled']), title: Type.Optional(Type.String()) }),
    fields: {
      mode: { label: text('Mode') },
      title: { label: text('Title'), when: { field: 'mode', oneOf: ['titled'], need: 'required' } },
    },
    example: { mode: 'plain' },
    run: async ({ mode, title }) => ({ sentence: `${mode} ${title ?? 'none'}` }),
  });

  it('is not even read where it does not exist', async () => {
    const unrelatedVariable = { mode: 'plain', title: { anything: true } } as never;

    expect(await runConnector(depending, unrelatedVariable)).toMatchObject({ output: { sentence: 'plain none' } });
  });

  it('is demanded where it is required', async () => {
    expect(await runConnector(depending, { mode: 'titled' })).toMatchObject({
      kind: 'incident',
      message: expect.stringContaining('/title is missing, which mode "titled" requires'),
    });
  });
});
