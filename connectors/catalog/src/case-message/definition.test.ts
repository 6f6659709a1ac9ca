import { describe, expect, it } from 'vitest';

import { caseMessage } from '../index.ts';
import { usePlatformWorld } from '../testing/platform-world.ts';

const input = { toCase: 'RA-2026-00001', messageName: 'permit.confirmed', data: { number: 'P-1' } };

describe('a message to another case', () => {
  const world = usePlatformWorld();

  it('is said through the platform, under the key of the job', async () => {
    world.answerWith({ body: { caseId: 'case-2' } });

    expect(await world.run(caseMessage, input)).toMatchObject({
      kind: 'output',
      variables: { toldCase: { caseId: 'case-2' } },
    });
    expect(world.seen).toMatchObject([
      {
        path: '/api/connector/case/case-messages',
        idempotencyKey: '1-2',
        body: { toCase: 'RA-2026-00001', message: 'permit.confirmed', data: { number: 'P-1' } },
      },
    ]);
  });

  it('waits for a person when there is no such case, and never carries the handle of its own', async () => {
    world.answerWith({ status: 404, body: { code: 'NOT_FOUND', title: 'Not found' } });
    expect(await world.run(caseMessage, input)).toMatchObject({ kind: 'incident' });

    await world.run(caseMessage, { ...input, data: { handle: 'irisflow-case-1.abc.def' } });
    expect(JSON.stringify(world.seen)).not.toContain('irisflow-case-1.abc.def');
  });

  it.each(['confirmed', 'Permit.confirmed', 'permit.', 'permit confirmed'])(
    'has no name such as %s',
    async (messageName) => {
      expect(await world.run(caseMessage, { ...input, messageName })).toMatchObject({ kind: 'incident' });
      expect(world.seen).toEqual([]);
    },
  );
});
