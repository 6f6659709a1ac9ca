import { describe, expect, test } from 'vitest';
import { sampleProcedure } from '@irisflow/platform/testing';
import type { Templates } from '../connectors/template-inputs.ts';
import { readFolder } from '../read-folder.ts';
import { lintFolder } from './lint-folder.ts';

const label = { fr: 'Motif', nl: 'Reden', en: 'Reason' };
const input = (name: string) => ({ type: 'zeebe:input', name });

/** A connector with a choice, and an input that one of the choices needs. */
const templates = Object.fromEntries(
  (['fr', 'nl', 'en'] as const).map((locale) => [
    locale,
    {
      properties: [
        {
          id: 'verb',
          type: 'Dropdown',
          label: 'Verb',
          constraints: { notEmpty: true },
          choices: [
            { name: 'x', value: 'close' },
            { name: 'y', value: 'open' },
          ],
          binding: input('verb'),
        },
        {
          type: 'String',
          label: label[locale],
          constraints: { notEmpty: true },
          condition: { property: 'verb', oneOf: ['close'] },
          binding: input('reason'),
        },
        { type: 'String', label: 'Note', optional: true, binding: input('note') },
      ],
    },
  ]),
) as Templates;

const problemsOf = (inputs: Readonly<Record<string, string>>) => {
  const mappings = Object.entries(inputs)
    .map(([target, source]) => `<zeebe:input source="${source.replaceAll('"', '&#34;')}" target="${target}" />`)
    .join('');
  const step = `<bpmn:serviceTask id="extra" name="Fermer"><bpmn:extensionElements><zeebe:taskDefinition type="desk" /><zeebe:ioMapping>${mappings}</zeebe:ioMapping></bpmn:extensionElements><bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f5</bpmn:outgoing></bpmn:serviceTask><bpmn:sequenceFlow id="f5" sourceRef="extra" targetRef="validate" />`;
  const files = sampleProcedure().map(({ path, content }) => ({
    path,
    content: content
      .replace('<bpmn:userTask id="validate">', `${step}<bpmn:userTask id="validate">`)
      .replace('sourceRef="instruct" targetRef="validate"', 'sourceRef="instruct" targetRef="extra"')
      .replace(
        '<bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f3',
        '<bpmn:incoming>f5</bpmn:incoming><bpmn:outgoing>f3',
      ),
  }));
  const offer = { connectorTypes: null, sourceTypes: [], servedTypes: null, templates: new Map([['desk', templates]]) };
  return lintFolder(readFolder(files), offer).filter(({ severity }) => severity === 'error');
};

describe('what a step says to its connector', () => {
  test.each([
    { verb: '= "close"', reason: '= reference' },
    { verb: 'close', reason: 'done' },
    { verb: 'close', 'reason.fr': '= null', 'reason.nl': '= reference' },
    { verb: 'open' },
    // Which of them it will be is known to nobody yet.
    { verb: '= language' },
  ])('%j is enough', (inputs) => expect(problemsOf(inputs)).toEqual([]));

  test.each([{ verb: 'close' }, { verb: 'close', reason: '= null' }, { verb: '= "close"', reason: '= ""' }])(
    '%j lacks the reason, and says so in words',
    (inputs) =>
      expect(problemsOf(inputs)).toMatchObject([
        {
          code: 'STEP_INPUT_MISSING',
          elementId: 'extra',
          message: {
            nl: 'De stap “Fermer” zegt niets voor “Reden”: elk dossier zou er blijven staan.',
            en: 'The step “Fermer” says nothing for “Reason”: each case would stand still there.',
          },
        },
      ]),
  );

  test('a step without its first choice lacks that alone', () =>
    expect(problemsOf({ note: 'x' }).map(({ message }) => message.en)).toEqual([
      'The step “Fermer” says nothing for “Verb”: each case would stand still there.',
    ]));

  test('a choice that there is not is named', () =>
    expect(problemsOf({ verb: 'clos' })).toMatchObject([
      {
        code: 'STEP_INPUT_UNKNOWN_VALUE',
        message: { en: '“clos” is no value of “Verb”: choose one of the template.' },
      },
    ]));
});
