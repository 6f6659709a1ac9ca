import { bpmnProcess } from '@irisflow/bpmn';
import { writeDmn } from '@irisflow/dmn';
import { DEFAULT_TENANT } from '@irisflow/protocol';
import { describe, expect, it } from 'vitest';
import { createTestEngine } from '../testing/index.ts';

const fee = (child: string) => ({
  name: 'fee.dmn',
  text: writeDmn({
    id: 'fees',
    name: 'Fees',
    decisions: [
      {
        id: 'fee',
        name: 'Fee',
        logic: {
          hitPolicy: 'UNIQUE',
          inputs: [{ expression: 'age', typeRef: 'number' }],
          outputs: [{ name: 'amount', typeRef: 'number' }],
          rules: [
            ['< 18', child],
            ['>= 18', '25'],
          ],
        },
      },
    ],
  }),
});

const process = bpmnProcess('p')
  .start()
  .businessRuleTask('decide', { decisionId: 'fee', resultVariable: 'fee' })
  .userTask('u')
  .end()
  .toXml();

describe('decisions', () => {
  it('RS 198: the result is a variable', () => {
    const engine = createTestEngine();
    engine.deploy(fee('5'), { name: 'p.bpmn', text: process });
    const { processInstanceKey } = engine.create('p', { age: 12 });
    expect(engine.variables(processInstanceKey)).toEqual({ age: 12, fee: 5 });
  });

  it('RS 199 and 200: a missing decision or a failing one is an incident', () => {
    const engine = createTestEngine();
    engine.deploy(process);
    engine.create('p', { age: 12 });
    const [incident] = engine.incidents();
    expect(incident?.type).toBe('CALLED_DECISION_ERROR');
    engine.deploy(fee('5'));
    engine.send({ kind: 'resolveIncident', incidentKey: incident!.key });
    expect(engine.userTasks()).toHaveLength(1);
  });

  it('RS 201: evaluation by id is the latest, by key that version; unknown is refused', () => {
    const engine = createTestEngine();
    const first = engine.deploy(fee('5')).items.find(({ kind }) => kind === 'decision');
    engine.deploy(fee('6'));
    const command = { kind: 'evaluateDecision', tenantId: DEFAULT_TENANT, variables: '{"age":3}' } as const;
    expect(engine.send({ ...command, decision: { by: 'id', id: 'fee' } })).toMatchObject({
      output: '6',
      failure: null,
    });
    const key = first!.definition.key as never;
    expect(engine.send({ ...command, decision: { by: 'key', key } }).output).toBe('5');
    expect(engine.refused({ ...command, decision: { by: 'id', id: 'other' } }).type).toBe('INVALID_ARGUMENT');
  });

  it('RS 202: deleting the latest requirements brings the version before back', () => {
    const engine = createTestEngine();
    engine.deploy(fee('5'));
    const [requirements] = engine.deploy(fee('6')).items;
    engine.send({ kind: 'deleteResource', resourceKey: requirements!.definition.key });
    const command = { kind: 'evaluateDecision', tenantId: DEFAULT_TENANT, variables: '{"age":3}' } as const;
    expect(engine.send({ ...command, decision: { by: 'id', id: 'fee' } }).output).toBe('5');
  });

  it('RS 198: a decision has its own version tag', () => {
    const engine = createTestEngine();
    const tagged = (logic: string, versionTag: string) =>
      writeDmn({ id: 'fees', name: 'Fees', decisions: [{ id: 'fee', name: 'Fee', versionTag, logic }] });
    engine.deploy({ name: 'fee.dmn', text: tagged('1', 'stable') });
    engine.deploy({ name: 'fee.dmn', text: tagged('2', 'next') });
    engine.deploy(
      bpmnProcess('tagged')
        .start()
        .businessRuleTask('decide', { decisionId: 'fee', resultVariable: 'fee', binding: { versionTag: 'stable' } })
        .userTask('u')
        .end()
        .toXml(),
    );
    expect(engine.variables(engine.create('tagged').processInstanceKey)).toEqual({ fee: 1 });
  });
});
