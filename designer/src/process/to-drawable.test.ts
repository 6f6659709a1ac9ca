import { expect, test } from 'vitest';
import { toDrawable } from './to-drawable.ts';

const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:test">
  <bpmn:process id="p" isExecutable="true"><bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="e"/><bpmn:endEvent id="e"/></bpmn:process>
</bpmn:definitions>`;

test('a file without a drawing gets one', async () => {
  const drawn = await toDrawable(xml);
  expect(drawn).toContain('BPMNShape');
  expect(drawn).toContain('isExecutable="true"');
});

test('a file with a drawing stays as it is', async () => {
  const drawn = await toDrawable(xml);
  expect(await toDrawable(drawn)).toBe(drawn);
});

test('markup in documentation stays, as text', async () => {
  const documented = xml.replace('<bpmn:startEvent', '<bpmn:documentation>a <b xmlns="">c</b></bpmn:documentation>$&');
  expect(await toDrawable(documented)).toContain('a &lt;b xmlns=""&gt;c&lt;/b&gt;');
});
