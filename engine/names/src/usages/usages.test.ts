import { bpmnProcess } from '@irisflow/bpmn';
import { writeDmn } from '@irisflow/dmn';
import { formOf } from '@irisflow/forms/testing';
import { expect, test } from 'vitest';
import { usagesOfSteps } from './step-usages.ts';
import { renameEverywhere, targetOf, usagesOf, withChanged, type Renaming, type Target } from './usages.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const members = { type: 'array', items: { type: 'object', properties: { age: { type: 'integer' } } } } as const;

const permit = (): Map<string, string> =>
  new Map([
    [
      'permit.bpmn',
      bpmnProcess('permit')
        .start('filed')
        .userTask('examine')
        .businessRuleTask('judge', { decisionId: 'verdict', resultVariable: 'judged' })
        .exclusiveGateway('which')
        .when('= judged.outcome = "grant" and isComplete', (path) =>
          path
            .serviceTask('write', {
              type: 'letter',
              inputs: { template: '= if judged.outcome = "grant" then "grant" else "refusal"', isComplete: '= 1' },
              outputs: { sent: '= isComplete' },
            })
            .exclusiveGateway('over'),
        )
        .otherwise((path) => path.connectTo('over'))
        .at('over')
        .scriptTask('count', {
          expression: '= count(application.members[age > 18]) + sum(for m in application.members return m.age)',
          resultVariable: 'adults',
        })
        .end()
        .toXml(),
    ],
    [
      'rules.dmn',
      writeDmn({
        id: 'rules',
        decisions: [
          {
            id: 'verdict',
            logic: {
              inputs: [{ expression: 'isComplete' }],
              outputs: [{ name: 'outcome', typeRef: 'string' }, { name: 'days' }],
              rules: [['true', '"grant"', '1']],
            },
          },
        ],
      }),
    ],
    [
      'procedure.json',
      json({
        process: { file: 'permit.bpmn', id: 'permit' },
        application: { form: 'application' },
        tasks: {
          examine: { form: 'examine', checklist: [{ key: 'ages', when: '= count(application.members) > 0' }] },
        },
      }),
    ],
    ['application.form.json', json({ ...formOf({ fields: { members: { schema: members } } }), key: 'application' })],
    [
      'examine.form.json',
      json({ ...formOf({ fields: { isComplete: { schema: { type: 'boolean' } } } }), key: 'examine' }),
    ],
    ['grant.letter.json', json({ kind: 'letter', key: 'grant', body: {} })],
    [
      'tests/one.scenario.json',
      json({
        given: { application: { members: [{ age: 3 }, { age: 40 }] } },
        when: [{ complete: 'examine', with: { isComplete: true } }],
        // oxlint-disable-next-line unicorn/no-thenable -- what a scenario calls its end
        then: { letters: ['grant'], variables: { judged: { outcome: 'grant' } } },
      }),
    ],
  ]);

const renamed = (files: Map<string, string>, target: Target, name: string): Renaming => {
  const renaming = renameEverywhere(files, target, name);
  if (typeof renaming === 'string') throw new Error(`Expected a renaming, but it was refused: ${renaming}`);
  return renaming;
};

test('a field of rows is renamed in the form, in filters and loops, and in scenarios', () => {
  const files = permit();
  const { files: changed } = renamed(files, targetOf.field('application', ['members', 'age']), 'years');
  const next = withChanged(files, changed);
  expect(next.get('permit.bpmn')).toContain(
    '= count(application.members[years &gt; 18]) + sum(for m in application.members return m.years)',
  );
  expect(next.get('tests/one.scenario.json')).not.toContain('"age"');
  expect(next.get('application.form.json')).toContain('"years"');
});

test('a field that a process gets by its own name takes its variable along; a local one of that name stays', () => {
  const files = permit();
  const next = withChanged(files, renamed(files, targetOf.field('examine', ['isComplete']), 'isWhole').files);
  const drawing = next.get('permit.bpmn') ?? '';
  expect(drawing).toContain('judged.outcome = "grant" and isWhole');
  expect(drawing).toContain('target="isComplete"');
  expect(drawing).toContain('source="= isComplete"');
  expect(next.get('rules.dmn')).toContain('<text>isWhole</text>');
  expect(next.get('tests/one.scenario.json')).toContain('"isWhole": true');
});

test('an output of a decision is renamed where its answer is read, and not where a text is the same', () => {
  const files = permit();
  const usages = usagesOf(files, targetOf.output('verdict', 'outcome'));
  expect(usages.map(({ file, elementId, pointer }) => `${file} ${elementId ?? pointer}`)).toEqual([
    'permit.bpmn write',
    'permit.bpmn flow_which_write',
    'rules.dmn verdict',
    'tests/one.scenario.json /then/variables/judged/outcome',
  ]);
});

test('a letter takes its file along, and a condition that compares with its key stays', () => {
  const files = permit();
  const next = withChanged(files, renamed(files, targetOf.thing('letter', 'grant'), 'granted').files);
  expect(next.has('grant.letter.json')).toBe(false);
  expect(next.get('granted.letter.json')).toContain('"key": "granted"');
  expect(next.get('permit.bpmn')).toContain('= &quot;grant&quot; then &quot;granted&quot; else');
  expect(next.get('tests/one.scenario.json')).toContain('"granted"');
});

test('what is renamed back is byte for byte as it was', () => {
  const files = permit();
  const targets = [
    targetOf.field('application', ['members']),
    targetOf.field('examine', ['isComplete']),
    targetOf.output('verdict', 'outcome'),
    targetOf.thing('decision', 'verdict'),
    targetOf.thing('form', 'examine'),
    targetOf.thing('letter', 'grant'),
    targetOf.variable('judged'),
    targetOf.variable('adults'),
  ];
  for (const target of targets) {
    const next = withChanged(files, renamed(files, target, 'another').files);
    const back = renamed(next, [...target.slice(0, -1), 'another'], target.at(-1) ?? '');
    const again = withChanged(next, back.files);
    expect(again).toEqual(files);
  }
});

test('a name that is taken, is none, or would be another one’s somewhere is refused', () => {
  const files = permit();
  expect(renameEverywhere(files, targetOf.variable('judged'), 'adults')).toBe('taken');
  expect(renameEverywhere(files, targetOf.variable('judged'), '2 fast')).toBe('invalid');
  expect(renameEverywhere(files, targetOf.variable('nobody'), 'other')).toBe('unknown');
});

test('a test table of decisions names what it is given and what must come out, and goes along', () => {
  const tests = json({
    kind: 'decision-tests',
    formatVersion: 1,
    tests: [
      { decision: 'verdict', on: '2026-01-05', given: { isComplete: true }, expected: { outcome: 'grant', days: 1 } },
    ],
  });
  const files = new Map([...permit(), ['tests/rules.tests.json', tests]]);

  const renamed = (target: Target, name: string) => (renameEverywhere(files, target, name) as Renaming).files;

  expect(renamed(targetOf.output('verdict', 'outcome'), 'answer').get('tests/rules.tests.json')).toContain(
    '"expected": {\n        "answer": "grant"',
  );
  expect(renamed(targetOf.thing('decision', 'verdict'), 'ruling').get('tests/rules.tests.json')).toContain(
    '"decision": "ruling"',
  );
});

test('the names of a decision in every language stay with it', () => {
  const settings = JSON.parse(permit().get('procedure.json') ?? '') as object;
  const decisions = { verdict: { fr: 'Verdict', nl: 'Oordeel', en: 'Verdict' } };
  const files = new Map([...permit(), ['procedure.json', json({ ...settings, decisions })]]);

  const renamed = renameEverywhere(files, targetOf.thing('decision', 'verdict'), 'ruling') as Renaming;
  expect(JSON.parse(renamed.files.get('procedure.json') ?? '')).toMatchObject({
    decisions: { ruling: decisions.verdict },
  });
});

const placesOf = (files: Map<string, string>, ids: readonly string[]): string[] =>
  usagesOfSteps(files, { file: 'permit.bpmn', ids }).map(
    ({ file, elementId, pointer }) => `${file} ${elementId ?? pointer}`,
  );

test('a task is used by who must be another person, by statuses and scenarios, and by what reads its answers', () => {
  const settings = JSON.parse(permit().get('procedure.json') ?? '') as { tasks: object };
  const files = new Map([
    ...permit(),
    [
      'procedure.json',
      json({
        ...settings,
        statuses: [{ key: 'busy', at: ['examine'] }],
        tasks: { ...settings.tasks, sign: { form: 'sign', separateFrom: ['examine'] } },
      }),
    ],
  ]);
  expect(placesOf(files, ['examine'])).toEqual([
    'procedure.json /tasks/sign/separateFrom/0',
    'procedure.json /statuses/0/at/0',
    'tests/one.scenario.json /when/0/complete',
    'permit.bpmn flow_which_write',
    'rules.dmn verdict',
    'tests/one.scenario.json /when/0/with/isComplete',
  ]);
});

test('what goes along with a step uses nothing of it, and a variable that another step gives too stays', () => {
  expect(placesOf(permit(), ['count', 'flow_over_count'])).toEqual([]);
  expect(placesOf(permit(), ['judge', 'which', 'flow_which_write', 'write'])).toEqual([
    'tests/one.scenario.json /then/variables/judged',
  ]);
  const twice = permit();
  const drawing = twice.get('permit.bpmn') ?? '';
  twice.set('permit.bpmn', drawing.replaceAll('target="sent"', 'target="judged"'));
  expect(placesOf(twice, ['judge'])).toEqual([]);
});

test('a scenario that says what a step waits for uses it', () => {
  const files = new Map([
    [
      'permit.bpmn',
      bpmnProcess('permit')
        .start('filed')
        .receiveTask('heard', { message: 'answer', correlationKey: '= caseId' })
        .end()
        .toXml(),
    ],
    ['tests/one.scenario.json', json({ when: [{ publish: 'answer', with: {} }] })],
  ]);
  expect(placesOf(files, ['heard'])).toEqual(['tests/one.scenario.json /when/0/publish']);
});
