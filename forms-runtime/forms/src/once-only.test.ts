import { describe, expect, test } from 'vitest';
import type { FormDefinition } from './form.ts';
import { askedAgain } from './once-only.ts';
import { formOf, type FieldSetup } from './testing.ts';

const text: FieldSetup = { schema: { type: 'string' } };
const register = { key: 'be-national-register', fields: ['lastName', 'household'] };
const sources = [register];

const found = (form: FormDefinition, described: Parameters<typeof askedAgain>[1] = { sources }) =>
  askedAgain(form, described).map(({ control, value, reason }) => [control.pointer, value, reason]);

describe('what a source of the procedure gives', () => {
  test('is asked again where nothing fills the field, and not where something does', () => {
    const fields = { household: text, rent: text };
    expect(found(formOf({ fields }))).toEqual([['/household', 'be-national-register.household', null]]);
    const filled = formOf({ fields: { ...fields, household: { ...text, prefill: 'editable' } } });
    expect(found(filled)).toEqual([]);
    expect(found(formOf({ fields }), { sources: [] })).toEqual([]);
    expect(found(formOf({ fields }), {})).toEqual([]);
  });

  test('is asked again under another name with the label, or beside with a number', () => {
    const form = formOf({ fields: { kin: text, family: text, family2: text, others: text } });
    const bindings = {
      prefill: [{ scope: '#/properties/family', source: 'be-national-register.household', mode: 'editable' }],
    } as const;
    const labels = { ...form.translations.en, 'kin.label': ' FAMILY ' };
    const again = found({ ...form, bindings, translations: { en: labels } });
    expect(again.map(([pointer]) => pointer)).toEqual(['/kin', '/family2']);
  });

  test('is what the procedure compares with an answer, and the household that it declares', () => {
    const form = formOf({ fields: { ownsProperty: text, members: text } });
    const described = {
      sources: [{ key: 'be-real-property', facts: { owns: { declared: '/ownsProperty' } } }, register],
      household: { declared: { list: '/members' }, source: { key: 'be-national-register', list: 'household.members' } },
    };
    expect(found(form, described)).toEqual([
      ['/ownsProperty', 'be-real-property.owns', null],
      ['/members', 'be-national-register.household', null],
    ]);
  });

  test('is asked with a reason, or of clerks, or calculated', () => {
    const reasoned = { ...text, options: { askedAgain: 'The register knows no foreign homes.' } };
    expect(found(formOf({ fields: { household: reasoned } }))).toEqual([
      ['/household', 'be-national-register.household', 'The register knows no foreign homes.'],
    ]);
    const others: Readonly<Record<string, FieldSetup>> = {
      household: { ...text, audience: ['agent'] },
      lastName: { schema: { type: 'string', readOnly: true } },
    };
    expect(found(formOf({ fields: others }))).toEqual([]);
  });
});
