import { bpmnProcess } from '@irisflow/bpmn';
import type { RecordedCase, ReplayStage } from '@irisflow/scenarios';
import { afterEach, describe, expect, test } from 'vitest';
import { openReplayer, type Replayer } from './replayer.ts';

const stage = (text: string): ReplayStage => ({
  playable: { processId: 'p', resources: [{ name: 'p.bpmn', text }] },
  terms: [],
  asks: {},
});
const stages = { own: stage(bpmnProcess('p').start().userTask('decide').end('end').toXml()), draft: stage('<no') };
const recorded: RecordedCase = {
  given: { caseId: 'c' },
  begunAt: 0,
  isOver: true,
  endedAt: 1000,
  tasks: [{ elementId: 'decide', at: 1000, with: {} }],
  questions: [],
  messages: [],
};
const order = (draft: 'own' | 'draft') => ({ control: 'own', draft, recorded, draftGiven: recorded.given });

describe('a thread that replays', () => {
  let replayer: Replayer;
  afterEach(() => replayer.close());

  test('plays a case twice, and one after the other', async () => {
    replayer = openReplayer({ stages, deadlineMs: 10_000 });
    expect(await replayer.replay(order('own'))).toMatchObject({
      before: { end: { kind: 'ended' } },
      after: { end: { kind: 'ended' } },
      parting: null,
    });
    expect(await replayer.replay(order('draft'))).toMatchObject({ after: { end: { kind: 'broken' } } });
  });

  test('is ended at its deadline, and another one takes the next case', async () => {
    const late = {
      ...recorded,
      questions: Array.from({ length: 20_000 }, () => recorded).map(() => ({
        elementId: 'x',
        type: '',
        inputs: { a: 'b'.repeat(500) },
        answer: null,
      })),
    };
    replayer = openReplayer({ stages, deadlineMs: 0 });
    expect(await replayer.replay({ ...order('own'), recorded: late })).toBeNull();
    expect(await replayer.replay({ ...order('own'), control: 'unknown' })).toBeNull();
  });

  test('that falls over a case says nothing of it and goes on with the next', async () => {
    replayer = openReplayer({ stages, deadlineMs: 10_000 });
    expect(await replayer.replay({ ...order('own'), control: 'unknown' })).toBeNull();
    expect((await replayer.replay(order('own')))?.before.end.kind).toBe('ended');
  });
});
