import { describe, expect, it } from 'vitest';

import { parseBpmn } from './index.ts';

const document = (content: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d">
${content}
</bpmn:definitions>`;

const simple = document(`<bpmn:process id="p" name="Permit" isExecutable="true">
<bpmn:startEvent id="start" />
<bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="check" />
<bpmn:serviceTask id="check" name="Check">
  <bpmn:extensionElements><zeebe:taskDefinition type="check" /></bpmn:extensionElements>
</bpmn:serviceTask>
<bpmn:sequenceFlow id="f2" sourceRef="check" targetRef="end" />
<bpmn:endEvent id="end" />
</bpmn:process>`);

describe('parseBpmn', () => {
  it('should compile a simple process', () => {
    // given, when
    const result = parseBpmn(simple);

    // then
    expect(result.problems).toEqual([]);
    if (!result.ok) throw new Error('refused');
    const [process] = result.processes;
    expect(process?.id).toBe('p');
    expect(process?.name).toBe('Permit');
    expect(process?.elements.map(({ id, kind }) => [id, kind])).toEqual([
      ['p', 'process'],
      ['start', 'startEvent'],
      ['check', 'serviceTask'],
      ['end', 'endEvent'],
    ]);
    expect(process?.flows.map(({ source, target }) => [source, target])).toEqual([
      [1, 2],
      [2, 3],
    ]);
    expect(process?.elements[0]).toMatchObject({ noneStart: 1, children: [1, 2, 3] });
    expect(process?.elements[2]).toMatchObject({
      incoming: [0],
      outgoing: [1],
      work: { kind: 'job', job: { type: { kind: 'literal', text: 'check' }, retries: { text: '3' } } },
    });
  });

  it('should answer a graph that nobody can change', () => {
    // given
    const result = parseBpmn(simple);

    // then
    const process = result.ok ? result.processes[0] : undefined;
    expect(Object.isFrozen(process)).toBe(true);
    expect(Object.isFrozen(process?.elements[2])).toBe(true);
    expect(Object.isFrozen(process?.elements[2]?.incoming)).toBe(true);
  });
});
