import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { bpmnError, defineConnector, incident, pauseOf, retryLater, runConnector, Type } from '../index.ts';
import { recordAnswers, replayAnswers } from './recorded-answers.ts';
import { startTestServer, type TestAnswer, type TestServer } from './start-test-server.ts';

const text = (en: string) => ({ fr: en, nl: en, en });

const permits = defineConnector({
  type: 'mobility.permit',
  version: 1,
  title: text('Permit'),
  description: text('Asks for a permit.'),
  resultName: 'permit',
  input: Type.Object({ plate: Type.String() }),
  fields: { plate: { label: text('Plate') } },
  output: Type.Object({ holder: Type.String() }),
  errors: { PLATE_UNKNOWN: text('Unknown') },
  settings: ['PERMITS_URL'],
  secrets: ['PERMITS_KEY'],
  timeoutMs: 2000,
  retries: 1,
  backoffMs: 1000,
  example: { plate: '1-ABC-123' },
  run: async ({ plate }, { fetch, setting, secret }) => {
    const url = `${setting('PERMITS_URL')}/permits/${plate}`;
    const response = await fetch({ url, headers: { authorization: secret('PERMITS_KEY') } });
    if (response.status === 404) throw bpmnError('PLATE_UNKNOWN', 'Unknown plate.');
    if (response.status === 429) throw retryLater('RATE_LIMITED', pauseOf(response.headers));
    if (response.status !== 200) throw incident('refused');
    return JSON.parse(response.text) as { holder: string };
  },
});

describe('answers of a source that were recorded', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'irisflow-recorded-'));
  const file = path.join(folder, 'permits.json');
  const key = 'a-key-of-the-register';
  const answers: Record<string, TestAnswer> = {
    '/permits/1-ABC-123': { body: { holder: 'Ada Byron' } },
    '/permits/1-XYZ-999': { status: 404, body: { key } },
    '/permits/1-BSY-000': { status: 429, headers: { 'retry-after': '7', 'set-cookie': 'session=1' } },
  };
  let server: TestServer;
  let url = '';
  beforeAll(async () => {
    server = await startTestServer(({ path: asked }) => answers[asked] ?? { status: 500 });
    url = server.url;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const settings = () => ({ settings: { PERMITS_URL: url }, secrets: { PERMITS_KEY: key } });
  const ask = (fetch: NonNullable<Parameters<typeof runConnector>[2]>['fetch'], plate: string) =>
    runConnector(permits, { plate }, { ...settings(), ...(fetch === undefined ? {} : { fetch }) });

  it('are the same without the source, its refusals and its pauses too, and hold no secret', async () => {
    const recorder = recordAnswers({ file, hide: [key] });
    const plates = ['1-ABC-123', '1-XYZ-999', '1-BSY-000'];
    const real = [];
    for (const plate of plates) real.push(await ask(recorder.fetch, plate));
    await recorder.save();
    await server.stop();

    const replayed = [];
    for (const plate of plates) replayed.push(await ask(replayAnswers({ file }), plate));
    expect(replayed).toEqual(real);
    expect(real.map(({ kind }) => kind)).toEqual(['output', 'bpmnError', 'retry']);
    const kept = readFileSync(file, 'utf8');
    expect(kept).not.toContain(key);
    expect(kept).not.toContain('session=1');
  });

  it('say when a question was never recorded', async () => {
    expect(await ask(replayAnswers({ file }), '1-NEW-000')).toMatchObject({
      kind: 'retry',
      message: expect.stringContaining('recorded answer'),
    });
  });
});
