import { formats, lintForm, parseForm, type FormDefinition } from '@irisflow/forms';
import { describe, expect, test } from 'vitest';
import {
  addField,
  addPage,
  isRequired,
  moveElement,
  removeElement,
  setFormText,
  setRequired,
  structureLines,
} from './edit-form.ts';
import { exampleOf, fieldKind, fieldKindNames, kindOfField } from './field-palette.ts';

const blank: FormDefinition = {
  kind: 'form',
  formatVersion: 1,
  key: 'application',
  version: 1,
  defaultLocale: 'fr',
  locales: ['fr', 'nl', 'en'],
  schema: { type: 'object', properties: {} },
  uischema: { type: 'Categorization', elements: [] },
  translations: { fr: {}, nl: {}, en: {} },
};

const ids = (form: FormDefinition) => structureLines(form).map((line) => line.element.id);
const withFields = () => {
  let form = addPage(blank, 'Vous');
  form = addField(form, { parentId: 'page', kind: 'text', label: 'Nom' });
  return addField(form, { parentId: 'page', kind: 'date', label: 'Né le' });
};

describe('structure of a form', () => {
  test('a new page and its fields make a form without errors', () => {
    const form = fieldKindNames.reduce(
      (next, kind) => addField(next, { parentId: 'page', kind, label: kind }),
      addPage(blank, 'Tout'),
    );

    expect(parseForm(JSON.stringify(form))).toMatchObject({ ok: true });
    expect(lintForm(form).filter((finding) => finding.severity === 'error')).toEqual([]);
  });

  test('two fields of a kind get names of their own', () => {
    const form = addField(withFields(), { parentId: 'page', kind: 'text', label: 'Prénom' });
    expect(Object.keys(form.schema.properties)).toEqual(['text', 'date', 'text2']);
  });

  test('a field moves down and up again', () => {
    const form = withFields();
    const moved = moveElement(form, 'c_text', 1);
    expect(ids(moved)).toEqual(['page', 'c_date', 'c_text']);
    expect(moveElement(moved, 'c_text', -1)).toEqual(form);
  });

  test('the first and the last line know that they stay', () => {
    expect(structureLines(withFields()).map(({ canMoveUp, canMoveDown }) => [canMoveUp, canMoveDown])).toEqual([
      [false, false],
      [false, true],
      [true, false],
    ]);
  });

  test('a removed field leaves its texts behind', () => {
    const form = removeElement(withFields(), 'c_text');
    expect(ids(form)).toEqual(['page', 'c_date']);
    expect(form.translations.fr?.['text.label']).toBe('Nom');
  });

  test('a text changes in one language only', () => {
    const form = setFormText(withFields(), { locale: 'nl', key: 'text.label', text: 'Naam' });
    expect([form.translations.fr?.['text.label'], form.translations.nl?.['text.label']]).toEqual(['Nom', 'Naam']);
  });

  test('required is said once', () => {
    const form = setRequired(
      setRequired(withFields(), '#/properties/text', 'required'),
      '#/properties/text',
      'required',
    );
    expect(form.schema.required).toEqual(['text']);
    expect(isRequired(setRequired(form, '#/properties/text', 'optional'), '#/properties/text')).toBe(false);
  });
});

describe('the palette', () => {
  test('has every identifier that forms know, with an example that passes its own check', () => {
    const offered = fieldKindNames.flatMap((name) => {
      const example = exampleOf(name);
      const { format } = fieldKind(name).schema(name);
      return example === undefined || format === undefined ? [] : [{ name, format, example }];
    });
    for (const { format, example } of offered) expect([format, formats[format](example)]).toEqual([format, true]);
    const plain = ['date', 'email', 'phone', 'postal-code-be'];
    expect(offered.map(({ format }) => format).toSorted()).toEqual(
      Object.keys(formats)
        .filter((format) => !plain.includes(format))
        .toSorted(),
    );
    for (const { name, format } of offered) expect(kindOfField('text', format)).toBe(name);
    expect(kindOfField('text', undefined)).toBe('text');
  });
});
