import { bpmnProcess, parseBpmn } from '@irisflow/bpmn';
import { parseDmn, writeDmn } from '@irisflow/dmn';
import { formOf } from '@irisflow/forms/testing';
import { expect, test } from 'vitest';
import { unknownNames } from './check-names.ts';
import type { Knowledge } from './known-name.ts';
import { indexNames } from './name-index.ts';

const words = (text: string) => ({ fr: text, nl: text, en: text });

const drawing = bpmnProcess('permit')
  .start('filed')
  .userTask('examine')
  .businessRuleTask('judge', { decisionId: 'verdict', resultVariable: 'verdict' })
  .exclusiveGateway('which')
  .when('= verdict = "grant"', (path) =>
    path
      .serviceTask('pay', { type: 'ledger', headers: { resultVariable: 'order' }, outputs: { paid: '= order.amount' } })
      .scriptTask('add', { expression: '= application.income + 1', resultVariable: 'more' })
      .exclusiveGateway('over'),
  )
  .otherwise((path) => path.connectTo('over'))
  .at('over')
  .subProcess('each', (path) => path.start().manualTask('look').end(), {
    multiInstance: { inputCollection: '= application.members', inputElement: 'member' },
  })
  .receiveTask('wait', { message: 'anything', correlationKey: '= caseId' })
  .manualTask('after')
  .end()
  .toXml();

const table = writeDmn({
  id: 'rules',
  decisions: [
    {
      id: 'verdict',
      logic: {
        inputs: [{ expression: 'isComplete' }],
        outputs: [{ name: 'verdict', typeRef: 'string' }],
        rules: [
          ['true', '"grant"'],
          ['false', '"refuse"'],
        ],
      },
    },
  ],
});

const file = 'permit.bpmn';

const permit = () => {
  const processes = parseBpmn(drawing, { name: file });
  const decisions = parseDmn(table);
  if (!processes.ok || !decisions.ok) throw new Error('Expected the sample to be read');
  return indexNames({
    description: {
      process: { id: 'permit' },
      application: { form: 'application' },
      tasks: { examine: { name: words('Examine'), form: 'examine' } },
    },
    processes: processes.processes.map((process) => ({ path: file, process })),
    forms: new Map([
      [
        'application',
        formOf({
          fields: {
            income: { schema: { type: 'number' }, options: { widget: 'money' } },
            members: { schema: { type: 'array', items: { type: 'object', properties: { age: { type: 'integer' } } } } },
          },
        }),
      ],
      ['examine', formOf({ fields: { isComplete: { schema: { type: 'boolean' } } } })],
    ]),
    decisions: [{ path: 'rules.dmn', requirements: decisions.requirements }],
    parameters: [{ key: 'income.max', label: words('Ceiling'), unit: 'EUR' }],
  });
};

const kindOf = ({ names }: Knowledge, name: string) => names.get(name)?.type.kind;

test('a field of a task form is known after its task and not before, without anybody binding it', () => {
  const index = permit();
  expect(kindOf(index.at({ file, id: 'examine' }), 'isComplete')).toBeUndefined();
  expect(index.at({ file, id: 'judge' }).names.get('isComplete')).toMatchObject({
    type: { kind: 'yesNo' },
    isCertain: true,
    origins: [{ kind: 'form', file: 'examine.form.json', elementId: 'examine' }],
  });
});

test('a decision answers one of the texts of its table', () => {
  const verdict = permit().at({ file, id: 'which' }).names.get('verdict');
  expect(verdict?.type).toMatchObject({ kind: 'choice', choices: [{ value: 'grant' }, { value: 'refuse' }] });
});

test('what one path brings is known on some paths; what outputs leave out is known inside alone', () => {
  const index = permit();
  const { names } = index.at({ file, id: 'each' });
  expect(names.get('paid')?.isCertain).toBe(false);
  expect(names.get('verdict')?.isCertain).toBe(true);
  expect(names.get('more')?.type).toEqual({ kind: 'number', isMoney: true });
  expect(names.has('order')).toBe(false);
  expect(index.at({ file, id: 'pay', at: 'inside' }).names.has('order')).toBe(true);
});

test('the entry of a list is known inside of its loop alone', () => {
  const index = permit();
  expect(kindOf(index.at({ file, id: 'look' }), 'member')).toBe('context');
  expect(index.at({ file, id: 'wait' }).names.has('member')).toBe(false);
});

test('a name that nothing gives is told with the one that was meant', () => {
  const index = permit();
  const before = index.at({ file, id: 'which' });
  expect(unknownNames('aplication.income > 1 and verdit = "x"', before)).toEqual([
    { path: ['aplication'], from: 0, to: 17, meant: ['application'], isSure: true },
    { path: ['verdit'], from: 26, to: 32, meant: ['verdict'], isSure: true },
  ]);
  expect(unknownNames('application.incom + parameters.income.mx', before)).toMatchObject([
    { path: ['application', 'incom'], meant: ['application', 'income'] },
    { path: ['parameters', 'income', 'mx'], meant: ['parameters', 'income', 'max'] },
  ]);
  expect(unknownNames('for m in application.members return m.age', before)).toEqual([]);
  expect(unknownNames('application.members[age > 18]', before)).toEqual([]);
});

test('after a message that says nothing of what it brings nobody is sure', () => {
  const after = permit().at({ file, id: 'after' });
  expect(unknownNames('answer.text', after)).toMatchObject([{ path: ['answer'], isSure: false }]);
});

test('a process that lives with a right knows the parameters and its right, and nothing of the application', () => {
  const life = bpmnProcess('life')
    .start('begins', { event: { message: 'right.activated' } })
    .manualTask('look')
    .end()
    .toXml();
  const processes = parseBpmn(life, { name: 'life.bpmn' });
  if (!processes.ok) throw new Error('Expected the sample to be read');
  const known = indexNames({
    description: { process: { id: 'permit' }, application: { form: 'application' }, tasks: {} },
    processes: processes.processes.map((process) => ({ path: 'life.bpmn', process })),
    forms: new Map(),
    decisions: [],
    parameters: [{ key: 'income.max', label: words('Ceiling'), unit: 'EUR' }],
  }).at({ file: 'life.bpmn', id: 'look' });
  expect(known.names.get('parameters')).toMatchObject({ isCertain: true, origins: [{ file: 'parameters.json' }] });
  expect(known.names.get('right')).toMatchObject({ isCertain: true, type: { kind: 'context' } });
  expect(known.names.has('application')).toBe(false);
  expect(unknownNames('parameters.income.mx', known)).toMatchObject([{ meant: ['parameters', 'income', 'max'] }]);
});
