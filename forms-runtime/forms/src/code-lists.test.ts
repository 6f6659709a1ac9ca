import { describe, expect, it } from 'vitest';
import { compileForm } from './compile-form.ts';
import { withCodeLists, type CodeList } from './code-lists.ts';
import { formText } from './form-text.ts';
import { lintForm } from './lint-form.ts';
import { afterChange, offeredChoices } from './offered-choices.ts';
import { parseForm } from './parse-form.ts';
import { acceptSubmission } from './server.ts';
import { formOf } from './testing/form-of.ts';
import { validateForm } from './validate-form.ts';

const words = (text: string) => ({ fr: text, nl: text, en: text });

const regions: CodeList = {
  key: 'regions',
  codes: [
    { code: 'bru', label: words('Brussels') },
    { code: 'wal', label: words('Wallonia') },
  ],
};
const communes: CodeList = {
  key: 'communes',
  codes: [
    { code: '21004', label: words('City of Brussels'), parent: 'bru' },
    { code: '21009', label: words('Ixelles'), parent: 'bru', validTo: '2026-12-31' },
    { code: '62063', label: words('Liège'), parent: 'wal', validFrom: '2026-06-01' },
  ],
};
const lists = new Map([regions, communes].map((list) => [list.key, list]));

const region = { schema: { type: 'string' }, options: { widget: 'select', codes: { list: 'regions' } } } as const;
const commune = {
  schema: { type: 'string' },
  options: { widget: 'select', codes: { list: 'communes', under: '#/properties/region' } },
} as const;

const written = formOf({ fields: { region, commune } });
const compiled = compileForm(withCodeLists(written, lists));
const summer = { audience: 'applicant', today: '2026-07-01' } as const;

const errorsOf = (data: Readonly<Record<string, unknown>>, today = '2026-07-01') => {
  const context = { ...summer, today };
  const onServer = acceptSubmission(compiled, data, { prefilled: {}, context }).errors;
  expect(validateForm(compiled, data, context)).toEqual(onServer);
  return onServer.map(({ pointer, keyword }) => `${pointer} ${keyword}`);
};

describe('a field whose choices come from a code list', () => {
  it('has the codes of the list with their words, and is a form like any other', () => {
    const filled = withCodeLists(written, lists);
    expect(filled.schema.properties['region']?.oneOf?.map((choice) => formText(filled, 'en', choice.title))).toEqual([
      'Brussels',
      'Wallonia',
    ]);
    expect(parseForm(filled).ok).toBe(true);
    expect(parseForm(written).ok).toBe(true);
    expect(lintForm(filled)).toEqual([]);
  });

  it('takes a code of the list and refuses another one', () => {
    expect(errorsOf({ region: 'bru' })).toEqual([]);
    expect(errorsOf({ region: 'vla' })).toEqual(['/region enum']);
  });

  it('offers under the answer of another field what belongs to it', () => {
    const field = compiled.controls[1];
    if (field === undefined) throw new Error('Expected a field, but found none.');
    const offered = (data: unknown, today: string) => offeredChoices(field, data, today).map((choice) => choice.const);
    expect(offered({ region: 'bru' }, '2026-07-01')).toEqual(['21004', '21009']);
    expect(offered({}, '2026-07-01')).toEqual([]);
  });

  it('refuses a code that belongs to another answer, or to none', () => {
    expect(errorsOf({ region: 'bru', commune: '21004' })).toEqual([]);
    expect(errorsOf({ region: 'wal', commune: '21004' })).toEqual(['/commune enum']);
    expect(errorsOf({ commune: '21004' })).toEqual(['/commune enum']);
  });

  it('offers a code from its first to its last day', () => {
    expect(errorsOf({ region: 'wal', commune: '62063' }, '2026-05-31')).toEqual(['/commune enum']);
    expect(errorsOf({ region: 'wal', commune: '62063' }, '2026-06-01')).toEqual([]);
    expect(errorsOf({ region: 'bru', commune: '21009' }, '2026-12-31')).toEqual([]);
    expect(errorsOf({ region: 'bru', commune: '21009' }, '2027-01-01')).toEqual(['/commune enum']);
  });

  it('is checked entry by entry where several may be chosen', () => {
    const several = formOf({
      fields: {
        region,
        communes: {
          schema: { type: 'array', items: { type: 'string' } },
          options: { widget: 'checkboxes', codes: { list: 'communes', under: '#/properties/region' } },
        },
      },
    });
    const form = compileForm(withCodeLists(several, lists));
    const data = { region: 'bru', communes: ['21004', '62063'] };
    expect(validateForm(form, data, summer).map(({ pointer }) => pointer)).toEqual(['/communes/1']);
  });

  it('stands under a field of its own row', () => {
    const rows = formOf({
      fields: { places: { schema: table, rows: { region, commune } } },
    });
    const form = compileForm(withCodeLists(rows, lists));
    const data = {
      places: [
        { region: 'bru', commune: '21004' },
        { region: 'wal', commune: '21004' },
      ],
    };
    expect(validateForm(form, data, summer).map(({ pointer }) => pointer)).toEqual(['/places/1/commune']);
  });

  it('loses its answer where the field that it stands under has another one', () => {
    const changed = (data: Readonly<Record<string, unknown>>) =>
      afterChange(compiled, data, { path: ['region'], today: '2026-07-01' });
    expect(changed({ region: 'wal', commune: '21004' })).toEqual({ region: 'wal' });
    expect(changed({ region: 'bru', commune: '21004' })).toEqual({ region: 'bru', commune: '21004' });
  });

  it('loses it in its own row alone', () => {
    const rows = compileForm(
      withCodeLists(formOf({ fields: { places: { schema: table, rows: { region, commune } } } }), lists),
    );
    const data = {
      places: [
        { region: 'wal', commune: '21004' },
        { region: 'bru', commune: '21004' },
      ],
    };
    expect(afterChange(rows, data, { path: ['places', '0', 'region'], today: '2026-07-01' })).toEqual({
      places: [{ region: 'wal' }, { region: 'bru', commune: '21004' }],
    });
  });

  it('is a defect where the field that it stands under is not there, or stands under it', () => {
    const lost = {
      ...commune,
      options: { ...commune.options, codes: { list: 'communes', under: '#/properties/gone' } },
    };
    expect(lintForm(formOf({ fields: { region, commune: lost } })).map(({ code }) => code)).toEqual([
      'FORM_DANGLING_SCOPE',
    ]);
    const circle = {
      ...region,
      options: { ...region.options, codes: { list: 'regions', under: '#/properties/commune' } },
    };
    expect(lintForm(formOf({ fields: { region: circle, commune } })).map(({ code }) => code)).toEqual([
      'FORM_RULE_CIRCLE',
      'FORM_RULE_CIRCLE',
    ]);
  });
});

const table = {
  type: 'array',
  items: { type: 'object', properties: { region: { type: 'string' }, commune: { type: 'string' } } },
} as const;
