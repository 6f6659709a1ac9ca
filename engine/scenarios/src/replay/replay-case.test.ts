import { describe, expect, test } from 'vitest';
import { partingOf, replayCase, type RecordedCase, type ReplayStage } from '../index.ts';

const DAY = 86_400_000;
const begun = Date.parse('2026-03-02T09:00:00Z');

const flow = (from: string, to: string, condition = ''): string =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${
    condition === '' ? '' : `<bpmn:conditionExpression>=${condition}</bpmn:conditionExpression>`
  }</bpmn:sequenceFlow>`;

const store = (id: string, operation: string, ...more: readonly string[]): string =>
  `<bpmn:serviceTask id="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="case-store"/><zeebe:ioMapping>
    <zeebe:input source="=&quot;${operation}&quot;" target="operation"/>${more.join('')}</zeebe:ioMapping></bpmn:extensionElements></bpmn:serviceTask>`;
const input = (target: string, source: string): string => `<zeebe:input source="=${source}" target="${target}"/>`;
const person = (id: string): string =>
  `<bpmn:userTask id="${id}"><bpmn:extensionElements><zeebe:userTask/></bpmn:extensionElements></bpmn:userTask>`;

interface Drawing {
  readonly ceiling?: number;
  readonly asks?: string;
  readonly extra?: string;
}

/** A register is asked for an income; above a ceiling it is refused, below it somebody decides an amount. */
const xml = ({ ceiling = 1000, asks = 'applicant', extra = '' }: Drawing): string => `<?xml version="1.0"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:test">
  <bpmn:message id="m" name="withdrawal.requested"><bpmn:extensionElements><zeebe:subscription correlationKey="=caseId"/></bpmn:extensionElements></bpmn:message>
  <bpmn:process id="p" isExecutable="true">
    <bpmn:startEvent id="start"/>
    <bpmn:serviceTask id="ask"><bpmn:extensionElements><zeebe:taskDefinition type="be-income"/><zeebe:taskHeaders><zeebe:header key="resultVariable" value="income"/></zeebe:taskHeaders>
      <zeebe:ioMapping>${input('number', asks)}</zeebe:ioMapping></bpmn:extensionElements></bpmn:serviceTask>
    <bpmn:exclusiveGateway id="enough" default="enough-refuse"/>
    ${person('decide')}${extra === '' ? '' : person(extra)}
    <bpmn:boundaryEvent id="withdrawn" attachedToRef="decide"><bpmn:messageEventDefinition messageRef="m"/></bpmn:boundaryEvent>
    ${store('grant', 'record-decision', input('outcome', '&quot;granted&quot;'), input('amount', 'amount'))}
    ${store('refuse', 'record-decision', input('outcome', '&quot;refused&quot;'))}
    ${store('stop', 'set-status', input('status', '&quot;withdrawn&quot;'))}
    <bpmn:endEvent id="yes"/><bpmn:endEvent id="no"/><bpmn:endEvent id="off"/>
    ${flow('start', 'ask')}${flow('ask', 'enough')}${flow('enough', 'decide', `income.total &lt; ${ceiling}`)}${flow('enough', 'refuse')}
    ${extra === '' ? flow('decide', 'grant') : flow('decide', extra) + flow(extra, 'grant')}
    ${flow('grant', 'yes')}${flow('refuse', 'no')}${flow('withdrawn', 'stop')}${flow('stop', 'off')}
  </bpmn:process>
</bpmn:definitions>`;

const stage = (drawing: Drawing = {}, asks: ReplayStage['asks'] = {}): ReplayStage => ({
  playable: { processId: 'p', resources: [{ name: 'p.bpmn', text: xml(drawing) }] },
  terms: [],
  asks,
});

const granted: RecordedCase = {
  given: { caseId: 'c', applicant: '84', other: '85' },
  begunAt: begun,
  isOver: true,
  endedAt: begun + 3 * DAY,
  tasks: [{ elementId: 'decide', at: begun + 3 * DAY, with: { amount: 120 } }],
  questions: [
    { elementId: 'ask', type: 'be-income', inputs: { number: '84' }, answer: { output: { total: 800 } } },
    { elementId: 'grant', type: 'case-store', inputs: { operation: 'record-decision' }, answer: { output: {} } },
  ],
  messages: [],
};

describe('a case that is replayed', () => {
  test('ends on its own version as it did', async () => {
    const replayed = await replayCase(stage(), granted);
    expect(replayed).toMatchObject({
      end: { kind: 'ended' },
      outcome: { status: 'granted', decision: 'granted', amount: 120 },
      completed: { ask: 1, decide: 1, grant: 1, yes: 1 },
    });
  });

  test('goes another way where a ceiling is another, and says at which gateway', async () => {
    const before = await replayCase(stage(), granted);
    const after = await replayCase(stage({ ceiling: 700 }), granted);
    expect(after.outcome).toMatchObject({ status: 'refused', amount: null });
    expect(partingOf(before, after)).toEqual({
      kind: 'chose',
      elementId: 'enough',
      before: ['decide'],
      after: ['refuse'],
    });
    expect(partingOf(before, before)).toBeNull();
  });

  test('needs an answer where a step of people is new, or where a form asks for more', async () => {
    const added = await replayCase(stage({ extra: 'check' }), granted);
    expect(added.end).toEqual({ kind: 'needsTask', elementId: 'check' });
    const asking = await replayCase(stage({}, { decide: ['reason.text'] }), granted);
    expect(asking.end).toEqual({ kind: 'needsTask', elementId: 'decide' });
    expect(partingOf(await replayCase(stage(), granted), added)).toEqual({
      kind: 'step',
      elementId: 'decide',
      before: 'grant',
      after: null,
    });
  });

  test('asks no source: what it asked otherwise has no answer, what it asked the same has one', async () => {
    expect((await replayCase(stage({ asks: 'other' }), granted)).end).toEqual({
      kind: 'needsSource',
      elementId: 'ask',
    });
    const renamed = {
      ...granted,
      questions: granted.questions.map((each) => ({ ...each, elementId: `${each.elementId}-before` })),
    };
    expect((await replayCase(stage(), renamed)).outcome.status).toBe('granted');
  });

  test('hears what it was told, when it was told', async () => {
    const withdrawn: RecordedCase = {
      ...granted,
      tasks: [{ elementId: 'decide', at: null, with: {} }],
      messages: [{ at: begun + DAY, name: 'withdrawal.requested', key: 'c', with: { reason: 'moved' } }],
    };
    expect((await replayCase(stage(), withdrawn)).outcome).toMatchObject({ status: 'withdrawn', decision: null });
    expect((await replayCase(stage(), { ...withdrawn, messages: [] })).end).toEqual({
      kind: 'rests',
      elementId: 'decide',
    });
  });

  test('goes as far as is known where the process lives on', async () => {
    const living: RecordedCase = {
      ...granted,
      isOver: false,
      endedAt: begun + DAY,
      tasks: [{ elementId: 'decide', at: null, with: {} }],
    };
    expect((await replayCase(stage(), living)).end).toEqual({ kind: 'goesOn' });
    expect((await replayCase(stage({ ceiling: 700 }), living)).end).toEqual({ kind: 'ended' });
    expect((await replayCase(stage(), { ...living, tasks: [] })).end).toEqual({
      kind: 'needsTask',
      elementId: 'decide',
    });
  });

  test('says so where it cannot be played at all', async () => {
    const files = { playable: { processId: 'p', resources: [{ name: 'p.bpmn', text: '<no' }] }, terms: [], asks: {} };
    expect((await replayCase(files, granted)).end).toEqual({ kind: 'broken' });
  });
});
