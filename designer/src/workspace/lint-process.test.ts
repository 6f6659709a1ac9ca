import { expect, test } from 'vitest';
import { isFoundHere, lintProcess } from './lint-process.ts';

const process = (body: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:test">
  <bpmn:process id="p" isExecutable="true">${body}</bpmn:process>
</bpmn:definitions>`;

test('a service task without a job type is found at its element, in three languages', () => {
  const xml = process(
    '<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t"/><bpmn:serviceTask id="t"/>',
  );
  const problem = lintProcess('rent.bpmn', xml).find(({ code }) => code === 'BPMN_JOB_TYPE_MISSING');
  expect(problem).toMatchObject({ file: 'rent.bpmn', elementId: 't', severity: 'error' });
  expect(new Set(Object.values(problem?.message ?? {})).size).toBe(3);
});

test('what the platform alone can know is not claimed', () => {
  expect([isFoundHere('BPMN_JOB_TYPE_MISSING'), isFoundHere('PROCEDURE_FORM_UNKNOWN')]).toEqual([true, false]);
});
