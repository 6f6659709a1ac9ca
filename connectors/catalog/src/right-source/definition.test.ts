import { runConnector, type Consultations } from '@irisflow/connector-sdk';
import { handleOf } from '@irisflow/connector-sdk/testing';
import { beforeEach, describe, expect, it } from 'vitest';

import { rightSource } from '../index.ts';
import { usePlatformWorld } from '../testing/platform-world.ts';

const input = { rightSource: 'right-market-stalls-stall', nationalNumber: '85.07.30-001.60' };

describe('the rights of another administration', () => {
  const platform = usePlatformWorld();
  let asked: object[] = [];
  let outcomes: string[] = [];
  let permitted = true;

  const consultations: Consultations = {
    ask: async ({ source, subject }) => {
      asked.push({ source, subject });
      const fields = ['answer', 'words', 'mutationKey', 'number', 'state'];
      return permitted
        ? { permitted, consultationId: '7', purpose: 'x', legalBasis: 'x', fields }
        : { permitted, refusal: 'NO_AUTHORIZATION' };
    },
    record: async ({ outcome }) => {
      outcomes.push(outcome);
    },
  };
  const run = (more: object = {}) =>
    runConnector(
      rightSource,
      { ...input, ...more },
      {
        caseHandle: handleOf('c0ffee'),
        settings: { PLATFORM_URL: platform.url() },
        secrets: { PLATFORM_TOKEN: 'platform-token' },
        ports: { platform: platform.platform },
        consultations,
      },
    );
  const told = (answer: string, values: object = {}) =>
    platform.answerWith({ body: { answer, values, words: {}, mutationKey: 'party-1' } });

  beforeEach(() => {
    asked = [];
    outcomes = [];
    permitted = true;
  });

  it('are asked of the source that the step names, for the question that the platform logged', async () => {
    told('found', { number: 'ST-2026-00001', state: 'active', fee: '120.00' });
    const outcome = await run({ onDay: '2026-03-01' });
    expect(outcome).toMatchObject({
      kind: 'output',
      variables: { heldRight: { answer: 'found', number: 'ST-2026-00001', state: 'active', mutationKey: 'party-1' } },
    });
    // What the authorization does not name is cut here too.
    expect(outcome).toMatchObject({ output: expect.not.objectContaining({ fee: '120.00' }) });
    expect(asked).toEqual([{ source: input.rightSource, subject: '85073000160' }]);
    expect(platform.seen).toMatchObject([
      { path: '/api/connector/case/right-questions', body: { consultationId: '7', onDay: '2026-03-01' } },
    ]);
    expect(outcomes).toEqual(['found']);
  });

  it('are none, or unknown, which no process takes for none', async () => {
    told('none');
    expect(await run()).toMatchObject({ kind: 'output', variables: { heldRight: { answer: 'none' } } });
    told('unknown');
    expect(await run()).toMatchObject({
      kind: 'bpmnError',
      code: 'NO_DATA',
      variables: { heldRight: null, heldRightUnknown: { source: input.rightSource, reason: 'NO_DATA' } },
    });
    expect(outcomes).toEqual(['found', 'NO_DATA']);
  });

  it('hear nothing where the platform does not let the step ask', async () => {
    permitted = false;
    expect(await run()).toMatchObject({ kind: 'bpmnError', code: 'NO_AUTHORIZATION' });
    expect(await run({ rightSource: 'be-national-register' })).toMatchObject({ kind: 'incident' });
    expect(platform.seen).toEqual([]);
  });
});
