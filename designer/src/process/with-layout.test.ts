import { expect, test } from 'vitest';
import { withLayout } from './with-layout.ts';

const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:test">
  <bpmn:process id="p" isExecutable="true"><bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="e"/><bpmn:endEvent id="e"/></bpmn:process>
</bpmn:definitions>`;

test('a file without a drawing gets one', async () => {
  const drawn = await withLayout(xml);
  expect(drawn).toContain('BPMNShape');
  expect(drawn).toContain('isExecutable="true"');
});

test('a file with a drawing stays as it is', async () => {
  const drawn = await withLayout(xml);
  expect(await withLayout(drawn)).toBe(drawn);
});
