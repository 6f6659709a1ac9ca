import { expect, it } from 'vitest';

import type { RunOutcome } from './execute-connector.ts';
import { observeRun, type ObservedRun } from './observe-run.ts';

const refused: RunOutcome = { kind: 'bpmnError', code: 'ID_UNKNOWN', message: 'x', variables: { newId: '1' } };

it('an observer hears how a run ended and how long it took, and nothing of what it was about', async () => {
  const seen: ObservedRun[] = [];
  const outcome = await observeRun(
    { connector: { type: 'x' }, observe: (run) => void seen.push(run), log: () => undefined },
    async () => refused,
  );

  expect(outcome).toBe(refused);
  expect(seen).toEqual([
    { connectorType: 'x', outcome: 'bpmnError', code: 'ID_UNKNOWN', durationMs: expect.any(Number) },
  ]);
});

it('an observer that fails changes nothing of the run', async () => {
  const log: string[] = [];
  const observing = {
    connector: { type: 'x' },
    observe: () => {
      throw new Error('no disk');
    },
    log: ({ message }: { message: string }) => void log.push(message),
  };

  expect(await observeRun(observing, async () => refused)).toBe(refused);
  expect(log).toEqual([expect.stringContaining('observer of x')]);
});
