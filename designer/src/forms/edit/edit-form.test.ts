import { formats, lintForm, parseForm, type FormDefinition } from '@irisflow/forms';
import { describe, expect, test } from 'vitest';
import { exampleOf, fieldKind, fieldKindNames, kindOfField } from '../palette/field-kinds.ts';
import { readLimit, writeLimit } from './date-limits.ts';
import { addField, addPage, addPart, canAdd, partNames, type NewKind, isPart } from './build.ts';
import { changeKind } from './change-kind.ts';
import { extract, paste } from './fragment.ts';
import { fieldOf, setOptions, setRequired } from './fields.ts';
import { addChoice, choicesOf, followsLabel, renameField, setChoiceTexts, setLabel } from './keys.ts';
import { dependents, duplicate, moveElement, removeElement, stepGap } from './structure.ts';
import { setTexts } from './texts.ts';
import { findPlace, places, updateElement } from './tree.ts';

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

const say = (text: string) => ({ fr: text, nl: text, en: text });
const add = (form: FormDefinition, kind: NewKind, label: string, parentId = 'page'): FormDefinition => {
  const words = { label: say(label), options: [say('Oui'), say('Non')] };
  const parent = findPlace(form, parentId)!.element;
  const gap = { parentId, index: 'elements' in parent ? parent.elements.length : 1 };
  return (isPart(kind) ? addPart(form, gap, { kind, words }) : addField(form, gap, { kind, words })).form;
};
const start = (): FormDefinition => addPage(blank, 0, say('Vous')).form;
const ids = (form: FormDefinition) => places(form).map(({ element }) => element.id);
const errors = (form: FormDefinition) => lintForm(form).filter(({ severity }) => severity === 'error');
const label = (form: FormDefinition, id: string, text: string) =>
  setLabel(form, id, { locale: 'fr', text, follows: followsLabel(form, id, ['text', 'number', 'radio']) });
/** The name is asked where one is married; the sum looks at the amount. */
const married = (): FormDefinition => {
  const form = add(add(add(add(start(), 'yes-no', 'Marié'), 'text', 'Nom'), 'money', 'Montant'), 'computed', 'Total');
  return updateElement(form, 'c_text', (element) => ({
    ...element,
    rule: {
      effect: 'SHOW',
      condition: { scope: '#/properties/yesNo', schema: { const: true }, failWhenUndefined: true },
    },
  }));
};

describe('a form from nothing', () => {
  test('takes one of everything that the palette offers, and is a form without errors', () => {
    const kinds: NewKind[] = [...fieldKindNames, ...partNames];
    const form = kinds.reduce((next, kind) => add(next, kind, kind), add(start(), 'money', 'Montant'));
    expect(parseForm(JSON.stringify(form))).toMatchObject({ ok: true });
    expect(errors(form)).toEqual([]);
  });

  test('has nothing to calculate with before it has a number', () => {
    expect(canAdd(start(), 'computed', { parentId: 'page', index: 0 })).toBe(false);
  });
});

describe('the name of a field', () => {
  test('is made of its label, is its own, and stays once somebody chose another', () => {
    const form = label(
      label(add(add(start(), 'text', 'Texte'), 'text', 'Texte'), 'c_text', 'Nom de famille'),
      'c_text2',
      'Nom de famille',
    );
    expect(Object.keys(form.schema.properties)).toEqual(['nomDeFamille', 'nomDeFamille2']);
    const chosen = label(renameField(form, 'c_text', 'lastName'), 'c_text', 'Nom');
    expect(Object.keys(chosen.schema.properties)).toEqual(['lastName', 'nomDeFamille2']);
    expect(chosen.translations.fr?.['lastName.label']).toBe('Nom');
  });

  test('goes with everything that speaks of it', () => {
    const form = renameField(setRequired(married(), 'c_yesNo', true), 'c_yesNo', 'isMarried');
    expect(errors(form)).toEqual([]);
    expect(form.schema.required).toEqual(['isMarried']);
    expect(JSON.stringify(form)).not.toContain('/yesNo');
    expect(JSON.stringify(renameField(form, 'c_money', 'amount').uischema)).toContain(
      '"scopes":["#/properties/amount"]',
    );
    expect(renameField(form, 'c_yesNo', 'text')).toBe(form);
  });
});

describe('choices', () => {
  test('get their values from their words, and conditions go along', () => {
    let form = addChoice(add(start(), 'radio', 'Choix'), 'c_radio', say('Peut-être'));
    expect(choicesOf(form, 'c_radio').map(({ value }) => value)).toEqual(['a', 'b', 'peutEtre']);
    form = updateElement(add(form, 'text', 'Pourquoi'), 'c_text', (element) => ({
      ...element,
      rule: { effect: 'SHOW', condition: { scope: '#/properties/radio', schema: { enum: ['peutEtre', 'a'] } } },
    }));
    form = setChoiceTexts(form, 'c_radio', { value: 'peutEtre', texts: { fr: 'Jamais' }, follows: true });
    expect(JSON.stringify(findPlace(form, 'c_text')?.element)).toContain('"enum":["jamais","a"]');
    expect(errors(form)).toEqual([]);
  });

  test('stay when one becomes several, with label, name and condition', () => {
    const form = setRequired(add(start(), 'radio', 'Choix'), 'c_radio', true);
    const several = changeKind(form, 'c_radio', { kind: 'checkboxes', options: [] });
    expect(choicesOf(several, 'c_radio')).toEqual(choicesOf(form, 'c_radio'));
    expect(fieldOf(several, 'c_radio')).toMatchObject({ key: 'radio', required: true, schema: { type: 'array' } });
    expect(errors(several)).toEqual([]);
  });
});

describe('elements', () => {
  test('move past each other, into groups and out of them, and back', () => {
    const form = add(add(add(start(), 'text', 'Nom'), 'group', 'Groupe'), 'date', 'Jour');
    const inside = moveElement(form, 'c_date', { parentId: 'group', index: 0 });
    expect(ids(inside)).toEqual(['page', 'c_text', 'group', 'c_date']);
    const out = moveElement(inside, 'c_date', stepGap(inside, 'c_date', -1)!);
    expect(ids(out)).toEqual(['page', 'c_text', 'c_date', 'group']);
    expect(moveElement(out, 'page', { parentId: 'group', index: 0 })).toBe(out);
  });

  test('take what they keep into the rows of a repeated group and out of them', () => {
    const form = setRequired(add(add(start(), 'table', 'Enfants'), 'text', 'Prénom'), 'c_text', true);
    const inRow = moveElement(form, 'c_text', { parentId: 'c_table', index: 1 });
    expect(inRow.schema.properties).toMatchObject({ table: { items: { required: ['text'] } } });
    expect(Object.keys(inRow.schema.properties)).toEqual(['table']);
    expect(errors(inRow)).toEqual([]);
    expect(moveElement(inRow, 'c_text', { parentId: 'page', index: 1 }).schema).toEqual(form.schema);
  });

  test('go with all that belongs to them, after it was said who looks at them', () => {
    expect(dependents(married(), 'c_yesNo').map(({ id }) => id)).toEqual(['c_text']);
    const without = removeElement(married(), 'c_yesNo');
    expect(JSON.stringify(without)).not.toContain('yesNo');
    expect(errors(without)).toEqual([]);
  });

  test('are put into another form under names that are free there, without conditions on strangers', () => {
    const fragment = extract(setOptions(married(), 'c_text', { width: 'half' }), 'c_text')!;
    const target = add(start(), 'text', 'Autre');
    const form = paste(target, { parentId: 'page', index: 0 }, fragment)!.form;
    expect(ids(form)).toEqual(['page', 'c_text2', 'c_text']);
    expect(findPlace(form, 'c_text2')?.element).toEqual({
      type: 'Control',
      id: 'c_text2',
      scope: '#/properties/text2',
      i18n: 'text2',
      options: { widget: 'text', width: 'half' },
    });
    expect(errors(form)).toEqual([]);
  });

  test('a copied page keeps the conditions between its own fields', () => {
    const form = duplicate(married(), 'page')!.form;
    expect(errors(form)).toEqual([]);
    expect(JSON.stringify(form.uischema.elements[1])).toContain(
      '"scope":"#/properties/yesNo2","schema":{"const":true}',
    );
  });
});

test('a text that is empty everywhere is no text', () => {
  const form = setTexts(add(start(), 'text', 'Nom'), 'text.description', { fr: 'Aide' });
  expect(form.translations).toMatchObject({ fr: { 'text.description': 'Aide' }, nl: { 'text.description': '' } });
  expect(setTexts(form, 'text.description', { fr: '' })).toEqual(add(start(), 'text', 'Nom'));
});

test.each(['today', 'today-18y', 'today+3m', '2026-01-31', undefined])('the limit %s is read and written', (limit) => {
  expect(writeLimit(readLimit(limit), '2026-01-01')).toBe(limit);
});

test('the palette has every identifier that forms know, with an example that passes its own check', () => {
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
