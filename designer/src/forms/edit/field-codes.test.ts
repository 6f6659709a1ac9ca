import { withCodeLists, type FormDefinition } from '@irisflow/forms';
import { describe, expect, test } from 'vitest';
import { addField, addPage } from './build.ts';
import { changeKind } from './change-kind.ts';
import { choicesBeside, leaveCodes, setCodes } from './field-codes.ts';
import { fieldOf } from './fields.ts';
import { choicesOf, renameField } from './keys.ts';
import { removeElement } from './structure.ts';

const say = (text: string) => ({ fr: text, nl: text, en: text });
const blank: FormDefinition = {
  kind: 'form',
  formatVersion: 1,
  key: 'application',
  version: 1,
  defaultLocale: 'fr',
  locales: ['fr', 'nl', 'en'],
  schema: { type: 'object', properties: {} },
  uischema: { type: 'Categorization', elements: [] },
  translations: {},
};

const given = () => {
  const options = [say('Un'), say('Deux')];
  const page = addPage(blank, 0, say('Où')).form;
  const gap = { parentId: 'page', index: 0 };
  const region = addField(page, gap, { kind: 'select', words: { label: say('Région'), options } });
  const commune = addField(
    region.form,
    { ...gap, index: 1 },
    {
      kind: 'select',
      words: { label: say('Commune'), options },
    },
  );
  return { form: commune.form, region: region.id, commune: commune.id };
};

const codesOf = (form: FormDefinition, id: string) => fieldOf(form, id)?.control.options.codes;
const scopeOf = (form: FormDefinition, id: string) => fieldOf(form, id)?.control.scope ?? '';

describe('a field whose choices come from a code list', () => {
  test('loses its own with their words, and begins with others once it leaves the list', () => {
    const { form, region } = given();
    const [own] = choicesOf(form, region);
    const listed = setCodes(form, region, { list: 'regions' });
    expect(choicesOf(listed, region)).toEqual([]);
    expect(listed.translations.fr?.[own?.title ?? '']).toBeUndefined();
    expect(fieldOf(listed, region)?.schema).toEqual({ type: 'string' });
    const left = leaveCodes(listed, region, [say('Un')]);
    expect(codesOf(left, region)).toBeUndefined();
    expect(choicesOf(left, region).map(({ texts }) => texts.fr)).toEqual(['Un']);
  });

  test('keeps the list as another kind of choice', () => {
    const { form, region } = given();
    const listed = setCodes(form, region, { list: 'regions' });
    const several = changeKind(listed, region, { kind: 'checkboxes', options: [] });
    expect(codesOf(several, region)).toEqual({ list: 'regions' });
    expect(fieldOf(several, region)?.schema).toEqual({ type: 'array', items: { type: 'string' } });
    const text = changeKind(listed, region, { kind: 'text', options: [] });
    expect(codesOf(text, region)).toBeUndefined();
  });

  test('follows the field that it stands under to its new name, and offers all once that is gone', () => {
    const { form, region, commune } = given();
    expect(choicesBeside(form, commune).map(({ id }) => id)).toEqual([region]);
    const under = setCodes(form, commune, { list: 'communes', under: scopeOf(form, region) });
    const renamed = renameField(under, region, 'gewest');
    expect(codesOf(renamed, commune)).toEqual({ list: 'communes', under: '#/properties/gewest' });
    expect(codesOf(removeElement(under, region), commune)).toEqual({ list: 'communes' });
  });

  test('is drawn with the codes of the draft', () => {
    const { form, region } = given();
    const list = { key: 'regions', codes: [{ code: 'bru', label: say('Bruxelles') }] };
    const filled = withCodeLists(setCodes(form, region, { list: 'regions' }), new Map([['regions', list]]));
    expect(choicesOf(filled, region).map(({ value, texts }) => [value, texts.fr])).toEqual([['bru', 'Bruxelles']]);
  });
});
