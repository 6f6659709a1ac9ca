import { expect, test } from 'vitest';
import { runSimulation, type SimulationStep } from './run-simulation.ts';

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:test">
  <bpmn:process id="p" isExecutable="true">
    <bpmn:startEvent id="start"/>
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="consult"/>
    <bpmn:serviceTask id="consult"><bpmn:extensionElements><zeebe:taskDefinition type="register"/><zeebe:taskHeaders><zeebe:header key="resultVariable" value="person"/></zeebe:taskHeaders></bpmn:extensionElements></bpmn:serviceTask>
    <bpmn:sequenceFlow id="f2" sourceRef="consult" targetRef="wait"/>
    <bpmn:intermediateCatchEvent id="wait"><bpmn:timerEventDefinition><bpmn:timeDuration>P30D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="f3" sourceRef="wait" targetRef="review"/>
    <bpmn:userTask id="review"><bpmn:extensionElements><zeebe:userTask/></bpmn:extensionElements></bpmn:userTask>
    <bpmn:sequenceFlow id="f4" sourceRef="review" targetRef="end"/>
    <bpmn:endEvent id="end"/>
  </bpmn:process>
</bpmn:definitions>`;
const resources = [{ name: 'p.bpmn', text: xml }];
const now = Date.UTC(2026, 10, 25);
const run = (...steps: SimulationStep[]) => runSimulation(resources, steps, now);
const begin: SimulationStep = { kind: 'start', processId: 'p', variables: { language: 'fr' } };

test('nothing runs before the start', () => {
  expect(run()).toMatchObject({ state: 'notStarted', waiting: [], failure: null });
});

test('an instance goes on, step by step, with the true semantics', () => {
  const started = run(begin);
  expect(started.waiting).toMatchObject([{ kind: 'job', elementId: 'consult', type: 'register', result: 'person' }]);

  const job: SimulationStep = { kind: 'job', key: started.waiting[0]!.key, variables: { person: { name: 'An' } } };
  const waiting = run(begin, job);
  expect(waiting.waiting).toMatchObject([{ kind: 'timer', elementId: 'wait', dueAt: now + 30 * 86_400_000 }]);
  expect(waiting.variables).toMatchObject({ language: 'fr', person: { name: 'An' } });

  const timer: SimulationStep = { kind: 'timer', dueAt: now + 30 * 86_400_000 };
  const reviewing = run(begin, job, timer);
  expect(reviewing).toMatchObject({ now: now + 30 * 86_400_000, waiting: [{ kind: 'task', elementId: 'review' }] });

  const done = run(begin, job, timer, { kind: 'task', key: reviewing.waiting[0]!.key, variables: {} });
  expect(done).toMatchObject({ state: 'ended', waiting: [] });
  expect(done.counts.find((count) => count.elementId === 'end')?.completed).toBe(1);
});

test('one step less is one step back', () => {
  const job: SimulationStep = { kind: 'job', key: run(begin).waiting[0]!.key, variables: {} };
  expect(run(...[begin, job].slice(0, -1))).toEqual(run(begin));
});

test('a refused step is told and the instance stays where it was', () => {
  const refused = run(begin, { kind: 'job', key: '1', variables: {} });
  expect(refused.failure).not.toBeNull();
  expect(refused.waiting).toHaveLength(1);
});

test('an incident keeps what FEEL reported, for the language of the reader', () => {
  const text = xml.replace('P30D', '= term');
  const steps: SimulationStep[] = [begin];
  const job = runSimulation([{ name: 'p.bpmn', text }], steps, now).waiting[0]!;
  steps.push({ kind: 'job', key: job.key, variables: {} });

  const [incident] = runSimulation([{ name: 'p.bpmn', text }], steps, now).waiting;
  expect(incident).toMatchObject({ kind: 'incident', elementId: 'wait', warnings: [{ offset: 0 }] });
});

test('a file with errors is told', () => {
  expect(runSimulation([{ name: 'p.bpmn', text: '<x/>' }], [], now).failure).toContain('p.bpmn');
});
