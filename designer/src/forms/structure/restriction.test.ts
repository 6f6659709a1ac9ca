import { describe, expect, test } from 'vitest';
import { lintForm, parseForm, type FormDefinition } from '@irisflow/forms';
import { addField, addPage, structureLines } from './edit-form.ts';
import { setRestriction } from './restriction.ts';

const empty: FormDefinition = {
  kind: 'form',
  formatVersion: 1,
  key: 'application',
  version: 1,
  defaultLocale: 'fr',
  locales: ['fr'],
  schema: { type: 'object', properties: {} },
  uischema: { type: 'Categorization', elements: [] },
  translations: {},
};

describe('a restricted field', () => {
  const page = addPage(empty, 'Page');
  const form = addField(page, { parentId: 'page', kind: 'text', label: 'Diagnosis' });
  const optionsOf = (of: FormDefinition) =>
    structureLines(of).flatMap(({ element }) => (element.type === 'Control' ? [element.options] : []));

  test('is marked with its reason and readers, and can be freed again', () => {
    const restricted = setRestriction(form, 'c_text', { reason: 'health', readers: ['medical'] });
    expect(optionsOf(restricted)).toEqual([{ widget: 'text', restricted: { reason: 'health', readers: ['medical'] } }]);
    expect(parseForm(restricted).ok).toBe(true);
    expect(lintForm(restricted)).toEqual([]);
    expect(setRestriction(restricted, 'c_text', undefined)).toEqual(form);
  });
});
