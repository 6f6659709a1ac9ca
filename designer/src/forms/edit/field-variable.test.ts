import type { FormDefinition } from '@irisflow/forms';
import { expect, test } from 'vitest';
import { addField } from './build.ts';
import { fieldVariable, isVariableName, setFieldVariable } from './field-variable.ts';

const empty: FormDefinition = {
  kind: 'form',
  formatVersion: 1,
  key: 'check',
  version: 1,
  defaultLocale: 'fr',
  locales: ['fr', 'nl', 'en'],
  schema: { type: 'object', properties: { shown: { type: 'string', readOnly: true } } },
  uischema: { type: 'Categorization', elements: [{ type: 'Category', id: 'p', i18n: 'page', elements: [] }] },
  translations: {},
};

test('a field that was just added is known to the process by its own name', () => {
  const form = addField(
    empty,
    { parentId: 'p', index: 0 },
    { kind: 'yes-no', words: { label: { fr: 'May it go on?' } } },
  ).form;
  expect(fieldVariable(form, '#/properties/yesNo')).toBe('yesNo');
  expect(fieldVariable(form, '#/properties/shown')).toBeNull();
});

test('it takes another name and goes back to its own', () => {
  const form = addField(empty, { parentId: 'p', index: 0 }, { kind: 'yes-no', words: { label: { fr: 'x' } } }).form;
  const named = setFieldVariable(form, '#/properties/yesNo', 'opinion.isFavorable');
  expect(fieldVariable(named, '#/properties/yesNo')).toBe('opinion.isFavorable');
  expect(setFieldVariable(named, '#/properties/yesNo', 'yesNo').bindings?.process?.out).toEqual([]);
});

test('names are those that an expression can read', () => {
  expect(['a', 'a.b', 'maxAge2'].every(isVariableName)).toBe(true);
  expect(['', 'a-b', '2a', 'a..b', 'a b'].some(isVariableName)).toBe(false);
});
