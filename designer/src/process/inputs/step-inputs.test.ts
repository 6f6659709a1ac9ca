import { expect, test } from 'vitest';
import type { BlockView } from '../../api/procedures.ts';
import type { Moddle } from '../modeler/extensions-of.ts';
import type { FlowElement } from '../modeler/neighbor.ts';
import { stepInputs } from './step-inputs.ts';

const moddle = ($type: string, properties: Record<string, unknown>): Moddle => ({
  $type,
  get: (name) => properties[name],
});

const stepOf = (type: string, given: Record<string, string>): FlowElement => {
  const inputParameters = Object.entries(given).map(([target, source]) => moddle('zeebe:Input', { target, source }));
  const task = moddle('zeebe:TaskDefinition', { type: 'letter' });
  const values = [task, moddle('zeebe:IoMapping', { inputParameters })];
  const extensionElements = moddle('bpmn:ExtensionElements', { values });
  return { id: 'step', type, businessObject: moddle(type, { extensionElements }) };
};

const words = (text: string) => ({ fr: text, nl: text, en: text });

const block: BlockView = {
  id: 'block-payment-in',
  title: words('Faire payer'),
  description: words(''),
  process: '',
  tasks: [],
  inputs: [
    { name: 'letter', label: words('Courrier'), hint: null, isRequired: false, kind: 'named', choices: [] },
    {
      name: 'paymentKind',
      label: words('Nature'),
      hint: words('Une seule.'),
      isRequired: true,
      kind: 'choice',
      choices: [{ value: 'fee', label: words('Redevance') }],
    },
  ],
};

test('a block asks what it is told in its own words; what it names has menus elsewhere', () => {
  const step = stepOf('bpmn:CallActivity', { paymentKind: '= "fee"', letter: '= "grant"' });
  expect(stepInputs(step, { block, templates: [], locale: 'fr' })).toEqual([
    {
      name: 'paymentKind',
      label: 'Nature',
      hint: 'Une seule.',
      isRequired: true,
      kind: 'choice',
      choices: [{ value: 'fee', label: 'Redevance' }],
      source: '= "fee"',
    },
  ]);
});

test('a connector asks what its template takes as FEEL, and nothing else', () => {
  const binding = (name: string) => ({ type: 'zeebe:input', name });
  const templates = [
    {
      properties: [
        { type: 'Hidden', value: 'letter', binding: { type: 'zeebe:taskDefinition', property: 'type' } },
        { type: 'String', label: 'Objet', feel: 'optional', binding: binding('subject') },
        { type: 'Text', label: 'Valeurs', feel: 'required', optional: true, binding: binding('values') },
        { type: 'Dropdown', label: 'Langue', binding: binding('language') },
        {
          type: 'String',
          label: 'Canaux',
          feel: 'required',
          optional: true,
          choices: [{ name: 'Sur le portail', value: 'portal' }],
          binding: binding('channel'),
        },
      ],
    },
  ];
  const step = stepOf('bpmn:ServiceTask', { subject: 'Bonjour' });
  expect(stepInputs(step, { block: undefined, templates, locale: 'fr' })).toMatchObject([
    { name: 'subject', label: 'Objet', kind: 'anyText', isRequired: true, source: 'Bonjour' },
    { name: 'values', label: 'Valeurs', kind: 'values', isRequired: false, source: '' },
    { name: 'channel', kind: 'choices', choices: [{ value: 'portal', label: 'Sur le portail' }] },
  ]);
  // A process of the procedure says itself what it reads.
  const called = stepOf('bpmn:CallActivity', {});
  expect(stepInputs(called, { block: undefined, templates, locale: 'fr' })).toEqual([]);
});
