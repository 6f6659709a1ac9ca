import type Modeler from 'bpmn-js/lib/Modeler';
import { expect, test } from 'vitest';
import type { Moddle } from '../modeler/extensions-of.ts';
import type { FlowElement } from '../modeler/neighbor.ts';
import { writePart } from './write-part.ts';

const moddle = ($type: string, properties: Record<string, unknown>): Moddle => ({
  $type,
  get: (name) => properties[name],
});

/** A step that takes a decision, and what is written into it. */
const decisionStep = (called: Record<string, unknown>) => {
  const written: object[] = [];
  const tools: Record<string, unknown> = {
    modeling: { updateModdleProperties: (_: unknown, __: unknown, properties: object) => written.push(properties) },
    bpmnFactory: { create: moddle },
  };
  const values = [moddle('zeebe:CalledDecision', called)];
  const element = {
    id: 'step',
    type: 'bpmn:BusinessRuleTask',
    businessObject: moddle('bpmn:BusinessRuleTask', {
      extensionElements: moddle('bpmn:ExtensionElements', { values }),
    }),
  } as FlowElement;
  const choose = (name: string): void =>
    writePart(
      { get: (tool: string) => tools[tool] } as unknown as Modeler,
      element,
      { input: 'decision', kind: 'decision', label: null, source: '' },
      name,
    );
  return { choose, written };
};

test('whoever chooses a decision need not say where its answer is kept', () => {
  const { choose, written } = decisionStep({});
  choose('late-fee');
  expect(written).toEqual([{ decisionId: 'late-fee', resultVariable: 'lateFee' }]);
});

test('an answer that has a place keeps it', () => {
  const { choose, written } = decisionStep({ decisionId: 'fee', resultVariable: 'toPay' });
  choose('late-fee');
  expect(written).toEqual([{ decisionId: 'late-fee', resultVariable: 'toPay' }]);
});
