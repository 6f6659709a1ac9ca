import { describe, expect, test } from 'vitest';
import {
  daysUntil,
  noEnd,
  playCase,
  recordScenario,
  runScenario,
  termNotices,
  withEnd,
  type PlayAct,
  type PlayedScript,
  type Scenario,
} from './index.ts';

const service = (id: string, type: string, inputs: Record<string, string>, result = ''): string =>
  `<bpmn:serviceTask id="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="${type}"/>${
    result === '' ? '' : `<zeebe:taskHeaders><zeebe:header key="resultVariable" value="${result}"/></zeebe:taskHeaders>`
  }<zeebe:ioMapping>${Object.entries(inputs)
    .map(([target, source]) => `<zeebe:input source="=${source.replaceAll('"', '&quot;')}" target="${target}"/>`)
    .join('')}</zeebe:ioMapping></bpmn:extensionElements></bpmn:serviceTask>`;

const flow = (from: string, to: string, condition = ''): string =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${
    condition === '' ? '' : `<bpmn:conditionExpression>=${condition}</bpmn:conditionExpression>`
  }</bpmn:sequenceFlow>`;

/** A register is asked; the office decides within a term; a refusal closes the case, a grant is written. */
const xml = (letter = 'granted'): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:test">
  <bpmn:process id="p" isExecutable="true">
    <bpmn:startEvent id="start"/>
    ${service('ask', 'be-register', { number: 'applicant' }, 'person')}
    ${service('begin', 'case-store', { operation: '"set-status"', status: '"inInstruction"' })}
    <bpmn:userTask id="decide"><bpmn:extensionElements><zeebe:userTask/></bpmn:extensionElements></bpmn:userTask>
    <bpmn:boundaryEvent id="late" attachedToRef="decide"><bpmn:messageEventDefinition messageRef="m"/></bpmn:boundaryEvent>
    <bpmn:exclusiveGateway id="granted" default="granted-refuse"/>
    ${service('write', 'letter', { template: `"${letter}"`, channel: '"portal"', values: '{ name: person.name }' })}
    ${service('grant', 'case-store', { operation: '"set-status"', status: '"granted"' })}
    ${service('refuse', 'case-store', { operation: '"set-status"', status: '"refused"' })}
    <bpmn:endEvent id="yes"/><bpmn:endEvent id="no"/><bpmn:endEvent id="silent"/>
    ${flow('start', 'ask')}${flow('ask', 'begin')}${flow('begin', 'decide')}${flow('decide', 'granted')}
    ${flow('granted', 'write', 'isGranted')}${flow('granted', 'refuse')}${flow('write', 'grant')}
    ${flow('grant', 'yes')}${flow('refuse', 'no')}${flow('late', 'silent')}
  </bpmn:process>
  <bpmn:message id="m" name="term.expired"><bpmn:extensionElements><zeebe:subscription correlationKey="=terms.decision"/></bpmn:extensionElements></bpmn:message>
</bpmn:definitions>`;

const playable = (letter?: string) => ({ processId: 'p', resources: [{ name: 'p.bpmn', text: xml(letter) }] });
const script = (...acts: readonly PlayAct[]): PlayedScript => ({
  start: { given: { caseId: 'c', submittedOn: '2026-11-25', applicant: '1', terms: { decision: 'term-1' } } },
  acts,
  answers: {},
  asked: [],
  terms: [{ key: 'decision', length: 30, kind: 'calendarDays' }],
});
const answered: PlayAct = { kind: 'answer', elementId: 'ask', answer: { output: { name: 'An' } } };
const decided: PlayAct = { kind: 'step', step: { complete: 'decide', with: { isGranted: true } } };

describe('a case that is played', () => {
  test('asks what only a source could know, and answers by itself what the platform does', async () => {
    const first = await playCase(playable(), script());
    expect(first.waiting).toMatchObject([{ kind: 'connector', elementId: 'ask', inputs: { number: '1' } }]);

    const second = await playCase(playable(), script(answered));
    expect(second.waiting).toMatchObject([
      { kind: 'task', elementId: 'decide', variables: { person: { name: 'An' } } },
      { kind: 'message', name: 'term.expired', correlationKey: 'term-1' },
    ]);
    expect(second.effects).toMatchObject([{ effect: { kind: 'status', status: 'inInstruction' } }]);
  });

  test('shows what leaves the house, and which way a gateway chose', async () => {
    const played = await playCase(playable(), script(answered, decided));
    expect(played).toMatchObject({ state: 'ended', failure: null });
    expect(played.effects.map(({ effect }) => effect)).toMatchObject([
      { kind: 'status' },
      { kind: 'letter', template: 'granted', values: { name: 'An' }, channels: ['portal'] },
      { kind: 'status', status: 'granted' },
    ]);
    expect(played.entries.map(({ event }) => event)).toContainEqual({
      kind: 'chose',
      elementId: 'granted',
      ways: [{ flowId: 'granted-write', to: 'write' }],
    });
  });

  test('knows what the clock says next of its terms', async () => {
    const { terms, now } = await playCase(playable(), script(answered));
    const [notice] = termNotices(terms);
    expect(notice).toMatchObject({ key: 'decision', name: 'term.expired' });
    expect(daysUntil(now, notice?.day ?? '')).toBe(34);
    const late: PlayAct[] = [
      { kind: 'step', step: { wait: 'P34D' } },
      { kind: 'step', step: { publish: 'term.expired', key: 'term-1', with: {} } },
    ];
    const expired = await playCase(playable(), script(answered, ...late));
    expect(expired).toMatchObject({ state: 'ended', completed: { silent: 1 } });
    expect(termNotices(expired.terms)).toEqual([]);
  });

  test('tells an act that cannot be taken any more', async () => {
    const played = await playCase(playable(), script(answered, { kind: 'step', step: { complete: 'gone', with: {} } }));
    expect(played.failure).toMatchObject({ kind: 'noTask', elementId: 'gone', open: ['decide'] });
  });

  test('is kept as a scenario that is green, and red once the draft does otherwise', async () => {
    const played = await playCase(playable(), script(answered, decided));
    const about = { script: script(answered, decided), played, title: 'granted' };
    const scenario: Scenario = await recordScenario(playable(), about);
    expect(scenario.then).toMatchObject({ rests: ['end'], letters: ['granted'], status: 'granted' });
    expect((await runScenario(playable(), scenario)).differences).toEqual([]);
    expect((await runScenario(playable('welcome'), scenario)).differences).toEqual([
      { kind: 'letters', missing: ['granted'], unexpected: ['welcome'] },
    ]);
  });

  test('a file that cannot be deployed is a difference', async () => {
    const scenario = withEnd({ title: '', given: {}, answers: {}, when: [] }, noEnd);
    const broken = { processId: 'p', resources: [{ name: 'p.bpmn', text: '<x/>' }] };
    expect((await runScenario(broken, scenario)).differences).toMatchObject([{ kind: 'broken' }]);
  });
});
