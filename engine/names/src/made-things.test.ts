import { bpmnProcess, parseBpmn } from '@irisflow/bpmn';
import { expect, test } from 'vitest';
import { indexNames } from './name-index.ts';

const file = 'fine.bpmn';

const knownAfter = (operation: string) => {
  const drawing = bpmnProcess('fine')
    .start('filed')
    .serviceTask('make', {
      type: 'case-store',
      inputs: { operation },
      headers: { resultVariable: 'made' },
    })
    .manualTask('after')
    .end()
    .toXml();
  const parsed = parseBpmn(drawing, { name: file });
  if (!parsed.ok) throw new Error('Expected the sample to be read');
  const index = indexNames({
    description: null,
    processes: parsed.processes.map((process) => ({ path: file, process })),
    forms: new Map(),
    decisions: [],
    parameters: [],
  });
  return index.at({ file, id: 'after' }).names.get('made')?.type;
};

test.each([
  ['ask-payment', 'receivableId', 'Créance'],
  ['grant-right', 'rightId', 'Droit'],
  ['renew-right', 'rightId', 'Droit'],
  ['start-obligation', 'obligationId', 'Obligation'],
  ['order-payment', 'payableId', 'Ordre de paiement'],
  ['engage-budget', 'engagementId', 'Engagement'],
  ['reserve-place', 'placeId', 'Place'],
  ['send-notice', 'noticeId', 'Courrier notifié'],
])('what %s made is known after it, in words', (operation, name, label) => {
  expect(knownAfter(`= "${operation}"`)).toMatchObject({
    kind: 'context',
    isOpen: true,
    fields: [{ name, label: { fr: label } }],
  });
});

test('a step that makes nothing, or of which nobody knows what it does, is known by its name alone', () => {
  expect(knownAfter('= "close"')).toEqual({ kind: 'unknown' });
  expect(knownAfter('= if true then "ask-payment" else "close"')).toEqual({ kind: 'unknown' });
});
