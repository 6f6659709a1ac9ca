// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { processHistory } from './process-history.ts';

const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">
  <bpmn:process id="p"><bpmn:userTask id="instruct" name="Instruire" /><bpmn:serviceTask id="ask" /></bpmn:process>
</bpmn:definitions>`;

const ran = (elementId: string, kind: string) => ({
  elementId,
  kind,
  state: 'completed' as const,
  startedAt: '2026-11-02T08:00:00Z',
  endedAt: null,
});

describe('the path of a case', () => {
  test('names its steps as the diagram does, and leaves out what is only drawing', () => {
    const history = [
      ran('p', 'PROCESS'),
      ran('ask', 'SERVICE_TASK'),
      ran('x', 'EXCLUSIVE_GATEWAY'),
      ran('instruct', 'USER_TASK'),
    ];

    const steps = processHistory({ xml, history }).map(({ name, actor }) => [name, actor]);

    expect(steps).toEqual([
      ['ask', 'platform'],
      ['Instruire', 'person'],
    ]);
  });

  test('a step that ran twice is there twice', () => {
    const history = [ran('instruct', 'USER_TASK'), ran('instruct', 'USER_TASK')];

    expect(new Set(processHistory({ xml, history }).map(({ key }) => key)).size).toBe(2);
  });
});
