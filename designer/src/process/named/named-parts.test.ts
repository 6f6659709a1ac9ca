import { describe, expect, test } from 'vitest';
import type { Moddle } from '../modeler/extensions-of.ts';
import type { FlowElement } from '../modeler/neighbor.ts';
import { constantOf, namedParts, sourceOf, type ReadTemplate } from './named-parts.ts';

const moddle = ($type: string, properties: Record<string, unknown>): Moddle => ({
  $type,
  get: (name) => properties[name],
});

const elementOf = (type: string, values: readonly Moddle[]): FlowElement => ({
  id: 'step',
  type,
  businessObject: moddle(type, { extensionElements: moddle('bpmn:ExtensionElements', { values }) }),
});

const inputs = (given: Record<string, string>): Moddle =>
  moddle('zeebe:IoMapping', {
    inputParameters: Object.entries(given).map(([target, source]) => moddle('zeebe:Input', { target, source })),
  });

const input = (name: string, label: string, ...operations: string[]) => ({
  type: 'String',
  label,
  binding: { type: 'zeebe:input', name },
  ...(operations.length > 0 && { condition: { property: 'input.operation', oneOf: operations } }),
});

const templates: readonly ReadTemplate[] = [
  {
    properties: [
      { type: 'Hidden', value: 'case-store', binding: { type: 'zeebe:taskDefinition', property: 'type' } },
      input('operation', 'Operation'),
      input('termKey', 'Term', 'start-term', 'meet-term'),
      input('rightKind', 'Right', 'grant-right'),
      input('actOn', 'Day', 'start-term'),
    ],
  },
];

describe('what a step names', () => {
  test('is what its template asks for what it does, whether or not it says it yet', () => {
    const task = moddle('zeebe:TaskDefinition', { type: 'case-store' });
    const start = elementOf('bpmn:ServiceTask', [task, inputs({ operation: '="start-term"', actOn: '=today()' })]);
    expect(namedParts(start, templates)).toEqual([{ input: 'termKey', kind: 'terms', label: 'Term', source: '' }]);
    // and its menu writes what it does as it stands
    const plain = elementOf('bpmn:ServiceTask', [task, inputs({ operation: 'meet-term' })]);
    expect(namedParts(plain, templates)).toMatchObject([{ input: 'termKey', source: '' }]);
    const grant = elementOf('bpmn:ServiceTask', [
      task,
      inputs({ operation: '= "grant-right"', rightKind: '= "stall"' }),
    ]);
    expect(namedParts(grant, templates)).toEqual([
      { input: 'rightKind', kind: 'right', label: 'Right', source: '= "stall"' },
    ]);
  });

  test('is nothing for a job that no template knows, and the decision or the process of what calls one', () => {
    const task = moddle('zeebe:TaskDefinition', { type: 'housing.print' });
    expect(namedParts(elementOf('bpmn:ServiceTask', [task, inputs({ letter: '="a"' })]), templates)).toEqual([]);
    const rule = elementOf('bpmn:BusinessRuleTask', [moddle('zeebe:CalledDecision', { decisionId: 'fee' })]);
    expect(namedParts(rule, templates)).toMatchObject([{ kind: 'decision', source: 'fee' }]);
    const call = elementOf('bpmn:CallActivity', [moddle('zeebe:CalledElement', { processId: 'life' })]);
    expect(namedParts(call, templates)).toMatchObject([{ kind: 'process', source: 'life' }]);
    const block = elementOf('bpmn:CallActivity', [moddle('zeebe:CalledElement', { processId: 'block-appeal' })]);
    expect(namedParts(block, templates)).toEqual([]);
  });

  test.each([
    ['status', 'caseStatus'],
    ['termKey', 'terms'],
    ['answerTerm', 'terms'],
    ['noticeTerm', 'terms'],
    ['rightKind', 'right'],
    ['rightState', 'rightState'],
    ['rightSource', 'rightSource'],
    ['obligation', 'obligation'],
    ['quota', 'quota'],
    ['noticeTemplate', 'letter'],
    ['template', 'letter'],
    ['opinionKey', 'opinions'],
    ['hearingKey', 'hearings'],
    ['inspectionKey', 'inspections'],
    ['payoutRole', 'roles'],
    ['openProcedure', 'procedure'],
  ])('%s is chosen from a menu of its kind', (name, kind) => {
    const asking: readonly ReadTemplate[] = [
      {
        properties: [
          { type: 'Hidden', value: 'some-job', binding: { type: 'zeebe:taskDefinition', property: 'type' } },
          input(name, 'What it is'),
        ],
      },
    ];
    const step = elementOf('bpmn:ServiceTask', [moddle('zeebe:TaskDefinition', { type: 'some-job' })]);
    expect(namedParts(step, asking)).toEqual([{ input: name, kind, label: 'What it is', source: '' }]);
  });

  test('a plain text is told from what is counted', () => {
    expect(['="a"', '= "a b"', '', 'a', '= a', '= if x then "a" else "b"'].map(constantOf)).toEqual([
      'a',
      'a b',
      '',
      'a',
      null,
      null,
    ]);
    expect(constantOf(sourceOf('l’"état"'))).toBe('l’"état"');
  });
});
