import { compileForm, withCodeLists } from '@irisflow/forms';
import { formOf } from '@irisflow/forms/testing';
import type { PublishedProcedure } from '@irisflow/procedures';
import { expect, test } from 'vitest';
import { choiceWords } from './choice-words.ts';

const form = formOf({
  fields: {
    commune: { schema: { type: 'string' }, options: { widget: 'select', codes: { list: 'communes' } } },
    others: {
      schema: { type: 'array', items: { type: 'string' } },
      options: { widget: 'checkboxes', codes: { list: 'communes' } },
    },
  },
});
const label = (text: string) => ({ fr: text, nl: text, en: text });
const communes = {
  key: 'communes',
  codes: [
    { code: '21009', label: label('Ixelles'), validTo: '2020-12-31' },
    { code: '21004', label: label('Brussels') },
  ],
};

const procedure = {
  description: { application: { form: 'application' } },
  forms: new Map([['application', compileForm(withCodeLists(form, new Map([['communes', communes]])))]]),
  letterSteps: [
    {
      template: 'grant',
      values: [
        { path: ['commune'], source: 'application.commune' },
        { path: ['others'], source: 'application.others' },
        { path: ['made'], source: 'upper case(application.commune)' },
      ],
    },
  ],
} as unknown as PublishedProcedure;

test('a letter reads the words of what was chosen, of codes that are over too', () => {
  const values = { commune: '21009', others: ['21004', '21009'], made: '21009' };
  const words = choiceWords({ procedure, template: 'grant', values }, 'en');
  expect(words['values.commune']).toBe('Ixelles');
  expect(words['values.others']).toBe('Brussels, Ixelles');
  expect(words['values.made']).toBeUndefined();
});

test('what is no choice, masked or of another letter stays as it is', () => {
  expect(choiceWords({ procedure, template: 'grant', values: { commune: '•••' } }, 'en')).toEqual({});
  expect(choiceWords({ procedure, template: 'refuse', values: { commune: '21009' } }, 'en')).toEqual({});
});
