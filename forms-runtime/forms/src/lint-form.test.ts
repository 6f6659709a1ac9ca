import { describe, expect, test } from 'vitest';
import { lintForm, writeAt, type FormDefinition } from './index.ts';
import { formOf, sampleForm } from './testing.ts';

const found = (form: FormDefinition) => lintForm(form).map(({ code, subject }) => `${code} ${subject}`);
const text = { type: 'string' } as const;
const show = (name: string, value: string) =>
  ({ effect: 'SHOW', condition: { scope: `#/properties/${name}`, schema: { const: value } } }) as const;

describe('lintForm', () => {
  test('finds nothing in a sound form', () => {
    expect(found(sampleForm)).toEqual([]);
  });

  test('finds a text missing in one declared language', () => {
    expect(found(writeAt(sampleForm, ['translations', 'nl', 'iban.label'], ''))).toEqual([
      'FORM_TEXT_MISSING iban.label',
    ]);
  });

  test('finds an optional hint that only some languages have', () => {
    expect(found(writeAt(sampleForm, ['translations', 'fr', 'iban.description'], 'Au verso'))).toEqual([
      'FORM_TEXT_MISSING iban.description',
      'FORM_TEXT_MISSING iban.description',
    ]);
  });

  test('finds ids and fields used twice', () => {
    const page = sampleForm.uischema.elements[3];
    const twice = writeAt(
      sampleForm,
      ['uischema', 'elements', '3', 'elements'],
      [...page!.elements, page!.elements[0]],
    );

    expect(found(twice)).toEqual(['FORM_DUPLICATE_ID c_iban', 'FORM_DUPLICATE_SCOPE #/properties/iban']);
  });

  test('finds controls, rules, bindings and calculations that point nowhere', () => {
    const form = formOf({
      fields: {
        a: { schema: text, rule: show('gone', 'x') },
        b: { schema: { type: 'number' }, options: { calc: { op: 'sum', scopes: ['#/properties/nowhere'] } } },
      },
    });
    const bound: FormDefinition = {
      ...form,
      bindings: { process: { out: [{ from: '#/properties/lost', to: 'lost' }] } },
    };

    expect(found(bound)).toEqual([
      'FORM_DANGLING_SCOPE a',
      'FORM_DANGLING_SCOPE b',
      'FORM_DANGLING_SCOPE #/properties/lost',
    ]);
  });

  test('finds fields that wait for each other', () => {
    const form = formOf({
      fields: {
        a: { schema: text, rule: show('b', 'x') },
        b: { schema: text, rule: show('a', 'x') },
        c: { schema: text },
      },
    });

    expect(found(form)).toEqual(['FORM_RULE_CIRCLE a', 'FORM_RULE_CIRCLE b']);
  });

  test('finds an empty page and a page that waits for itself', () => {
    const empty = writeAt(sampleForm, ['uischema', 'elements', '3', 'elements'], []);
    const waiting = writeAt(sampleForm, ['uischema', 'elements', '3', 'rule'], show('iban', 'x'));

    expect(found(empty)).toContain('FORM_PAGE_UNREACHABLE p_payment');
    expect(found(waiting)).toContain('FORM_PAGE_UNREACHABLE p_payment');
  });

  test('finds widgets that cannot show their field', () => {
    expect(found(formOf({ fields: { a: { schema: text, options: { widget: 'iban' } } } }))).toEqual([
      'FORM_WIDGET_MISMATCH a',
    ]);
    expect(found(formOf({ fields: { a: { schema: text, options: { widget: 'radio' } } } }))).toEqual([
      'FORM_WIDGET_MISMATCH a',
    ]);
  });

  test('warns of fields no page shows', () => {
    const form = writeAt(sampleForm, ['schema', 'properties', 'forgotten'], text);

    expect(lintForm(form)).toEqual([
      {
        code: 'FORM_FIELD_NOT_SHOWN',
        severity: 'warning',
        subject: '#/properties/forgotten',
        detail: expect.any(String),
      },
    ]);
  });

  const warned = (fields: Parameters<typeof formOf>[0]['fields']) =>
    lintForm(formOf({ fields })).map(({ code, severity, subject }) => `${severity} ${code} ${subject}`);

  test.each(['nationalNumber', 'dossier_nummer', 'numéroDeCompte', 'ean', 'ondernemingsnummer', 'companyId'])(
    'warns of an identifier that is asked as a number: %s',
    (name) => {
      const schema = { type: 'integer', minimum: 1 } as const;
      expect(warned({ [name]: { schema } })).toEqual([`warning FORM_IDENTIFIER_AS_NUMBER ${name}`]);
      expect(warned({ [name]: { schema: text } })).toEqual([]);
    },
  );

  const restricted = { reason: 'health' } as const;

  test('finds fields that give a restricted answer away', () => {
    const form = formOf({
      fields: {
        a: { schema: text, options: { restricted } },
        shown: { schema: text, rule: show('a', 'x') },
        counted: { schema: { type: 'boolean' }, options: { widget: 'yes-no', requiredWhen: show('a', 'x').condition } },
        kept: { schema: text, rule: show('a', 'x'), options: { restricted } },
        other: { schema: text },
      },
    });
    expect(found(form)).toEqual(['FORM_RESTRICTED_TELLS shown', 'FORM_RESTRICTED_TELLS counted']);
  });

  test('warns of a number with more digits than every reader keeps', () => {
    expect(warned({ meters: { schema: { type: 'integer', maximum: 1e17 } } })).toEqual([
      'warning FORM_IDENTIFIER_AS_NUMBER meters',
    ]);
  });

  test.each(['numberOfChildren', 'houseNumber', 'age', 'rooms', 'accounts', 'cases', 'video', 'paid'])(
    'takes %s for a quantity',
    (name) => expect(warned({ [name]: { schema: { type: 'integer', maximum: 99 } } })).toEqual([]),
  );

  test('warns of money with any number of decimals', () => {
    const money = { widget: 'money' } as const;
    expect(warned({ rent: { schema: { type: 'number' }, options: money } })).toEqual([
      'warning FORM_MONEY_WITHOUT_CENTS rent',
    ]);
    expect(warned({ rent: { schema: { type: 'number', multipleOf: 0.01 }, options: money } })).toEqual([]);
    expect(warned({ cents: { schema: { type: 'integer' }, options: money } })).toEqual([]);
    expect(warned({ rent: { schema: { type: 'number', readOnly: true }, options: money } })).toEqual([]);
  });
});
