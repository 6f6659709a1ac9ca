import { noEnd, withEnd, type Scenario } from '@irisflow/scenarios';
import { writeDmn } from '@irisflow/dmn';
import { describe, expect, test } from 'vitest';
import type { TestLine } from '../test-lines.ts';
import { rehearse, rehearseTests } from './release-findings.ts';

/** Waits for a person, while a clock strikes each second. */
const striking = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="x">
  <bpmn:process id="p" isExecutable="true">
    <bpmn:startEvent id="start"/>
    <bpmn:sequenceFlow id="f" sourceRef="start" targetRef="wait"/>
    <bpmn:userTask id="wait"><bpmn:extensionElements><zeebe:userTask/></bpmn:extensionElements></bpmn:userTask>
    <bpmn:subProcess id="each" triggeredByEvent="true">
      <bpmn:startEvent id="tick" isInterrupting="false"><bpmn:timerEventDefinition id="t"><bpmn:timeCycle>R/PT1S</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>
      <bpmn:sequenceFlow id="g" sourceRef="tick" targetRef="done"/>
      <bpmn:endEvent id="done"/>
    </bpmn:subProcess>
  </bpmn:process>
</bpmn:definitions>`;

const waiting = (days: number): Scenario =>
  withEnd(
    { title: 'waits', given: { submittedOn: '2026-11-25' }, answers: {}, when: [{ wait: `P${days}D` }] },
    { ...noEnd, rests: ['wait'] },
  );

const play = (scenarios: readonly Scenario[]) =>
  rehearse({
    playable: { processId: 'p', resources: [{ name: 'p.bpmn', text: striking }] },
    scenarios,
    untilMs: 4000,
  });

test('a scenario that goes as it says is green', async () => {
  expect(await play([waiting(0)])).toEqual([true]);
});

test('one that goes on for ever ends with its thread, and nobody waits for it meanwhile', async () => {
  // given somebody who has something to do every 20 ms
  let turns = 0;
  const others = setInterval(() => (turns += 1), 20);

  // when a million days pass, second by second
  const green = await play([waiting(1_000_000)]);
  clearInterval(others);

  // then it is not green, and the others had their turns
  expect(green).not.toContain(true);
  expect(turns).toBeGreaterThan(20);
});

describe('lines of test tables', () => {
  const fee = writeDmn({
    id: 'drg',
    decisions: [
      {
        id: 'fee',
        logic: {
          inputs: [{ expression: 'days' }],
          outputs: [{ name: 'fee' }],
          rules: [
            ['< 10', 'parameters.fee.low'],
            ['>= 10', '8'],
          ],
        },
      },
    ],
  });
  const line = (more: Partial<TestLine['test']>, tested = 'fee.dmn'): TestLine => ({
    file: 'tests/fee.tests.json',
    line: 1,
    tested,
    test: { decision: 'fee', on: '2026-01-01', given: { days: 9 }, ...more },
    parameters: { fee: { low: 5 } },
  });

  test('are red where the decision answers otherwise, or is not there', async () => {
    const lines = [
      line({ expected: 5 }),
      line({ expected: 8 }),
      line({}),
      line({ decision: 'gone', expected: 5 }),
      line({ expected: 5 }, 'other.dmn'),
    ];

    expect(await rehearseTests({ decisions: [{ path: 'fee.dmn', content: fee }], lines })).toEqual([
      false,
      true,
      false,
      true,
      true,
    ]);
  });
});
