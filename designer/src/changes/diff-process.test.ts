// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { diffProcess } from './diff-process.ts';

const file = (body: string, diagram = '') => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="d">
  <bpmn:process id="p" isExecutable="true">${body}</bpmn:process>${diagram}
</bpmn:definitions>`;

const task = (name: string, retries: string) =>
  `<bpmn:serviceTask id="a" name="${name}"><bpmn:extensionElements><zeebe:taskDefinition type="t" retries="${retries}"/></bpmn:extensionElements><bpmn:incoming>f</bpmn:incoming></bpmn:serviceTask>`;

test('a move on the canvas is no change', () => {
  const at = (x: number) =>
    `<bpmndi:BPMNDiagram id="dia"><bpmndi:BPMNPlane id="pl" bpmnElement="p"><bpmndi:BPMNShape id="a_di" bpmnElement="a"><dc:Bounds x="${x}" y="0" width="1" height="1"/></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;
  expect(diffProcess(file(task('A', '3'), at(1)), file(task('A', '3'), at(9)))).toEqual([]);
});

test('an extension that changed is named', () => {
  expect(diffProcess(file(task('A', '3')), file(task('A', '5')))).toEqual([
    { kind: 'changed', elementId: 'a', type: 'serviceTask', name: 'A', aspects: ['taskDefinition'] },
  ]);
});

test('added and removed elements are told with their names', () => {
  const changes = diffProcess(file(task('A', '3')), file('<bpmn:userTask id="b" name="Review"/>'));
  expect(changes).toEqual([
    { kind: 'added', elementId: 'b', type: 'userTask', name: 'Review', aspects: [] },
    { kind: 'removed', elementId: 'a', type: 'serviceTask', name: 'A', aspects: [] },
  ]);
});

test('a renamed element is one change of one aspect', () => {
  expect(diffProcess(file(task('A', '3')), file(task('B', '3')))).toMatchObject([
    { kind: 'changed', aspects: ['name'] },
  ]);
});
