import { compileForm, validateForm, type FormDefinition } from '@irisflow/forms';
import { formOf } from '@irisflow/forms/testing';
import { describe, expect, test } from 'vitest';
import { checkQuality, minutesToFill } from './quality.ts';
import { sampleAnswers } from './sample-answers.ts';
import { applyTexts, completeness, gridRows, readCsv, writeCsv } from './translation-grid.ts';
import { whyHidden } from './why-hidden.ts';

const around = {
  sources: ['identity.email', 'be-national-register.lastName'],
  described: null,
  others: [],
  isTaskForm: false,
};
const codes = (form: FormDefinition, more = {}) =>
  checkQuality(form, { ...around, ...more }).map(({ code, elementId, detail }) => [code, elementId, detail]);

const married = formOf({
  fields: {
    isMarried: { schema: { type: 'boolean' } },
    spouse: {
      schema: { type: 'string' },
      rule: {
        effect: 'SHOW',
        condition: { scope: '#/properties/isMarried', schema: { const: true }, failWhenUndefined: true },
      },
    },
    note: { schema: { type: 'string' }, audience: ['agent'] },
  },
});

describe('checks', () => {
  test('say what could be better, and where', () => {
    const form = formOf({
      fields: {
        code: { schema: { type: 'string', pattern: '^[0-9]+$' } },
        email: { schema: { type: 'string', format: 'email' }, options: { widget: 'email' } },
        lastName: { schema: { type: 'string' }, prefill: 'locked' },
        kind: { schema: { type: 'string', oneOf: [{ const: 'a', title: 'kind.a' }] }, options: { widget: 'radio' } },
        why: {
          schema: { type: 'string' },
          rule: { effect: 'SHOW', condition: { scope: '#/properties/kind', schema: { const: 'b' } } },
        },
      },
    });
    expect(codes(form)).toEqual([
      ['FORM_TEXT_MISSING', 'kind', 'kind.a'],
      ['NEVER', 'why', ''],
      ['PATTERN_WITHOUT_HINT', 'code', ''],
      ['KNOWN_TO_SOURCE', 'email', 'identity.email'],
      ['ONE_CHOICE', 'kind', ''],
    ]);
  });

  test('story 4: refuse what a source gives, until somebody writes why it is asked', () => {
    const described = { sources: [{ key: 'be-national-register', fields: ['lastName'] }] };
    const form = formOf({ fields: { lastName: { schema: { type: 'string' } } } });
    const [again] = checkQuality(form, { ...around, described });
    expect(again).toMatchObject({ code: 'ASKED_AGAIN', severity: 'error', elementId: 'lastName' });
    expect(again?.detail).toBe('be-national-register.lastName');
    const reasoned = formOf({
      fields: { lastName: { schema: { type: 'string' }, options: { askedAgain: 'Of the spouse.' } } },
    });
    expect(codes(reasoned, { described })).toEqual([['ASKED_WITH_REASON', 'lastName', 'Of the spouse.']]);
  });

  test('find what is asked twice in a procedure, and pages that are too long', () => {
    const fields = Object.fromEntries(
      Array.from({ length: 13 }, (_, at) => [`f${at}`, { schema: { type: 'string' as const } }]),
    );
    const form = formOf({ fields });
    const others = [{ name: 'eligibility', form: formOf({ fields: { f2: { schema: { type: 'string' } } } }) }];
    expect(codes(form, { others })).toEqual([
      ['PAGE_LONG', 'page', '13'],
      ['ASKED_ELSEWHERE', 'f2', 'eligibility'],
    ]);
    expect(codes(form, { others, isTaskForm: true })).toEqual([]);
    expect(minutesToFill(form)).toBe(2);
  });
});

describe('the grid of texts', () => {
  const published = formOf({ fields: { name: { schema: { type: 'string' } } } });
  const form: FormDefinition = {
    ...published,
    locales: ['en', 'nl'],
    translations: {
      en: { 'page.label': 'page', 'name.label': 'Your "full" name; all of it' },
      nl: { 'name.label': 'Naam' },
    },
  };
  const before: FormDefinition = {
    ...form,
    translations: { en: { 'name.label': 'Name' }, nl: { 'name.label': 'Naam' } },
  };

  test('has every text in reading order, what is missing and what is stale', () => {
    const rows = gridRows(form, before);
    expect(rows.map(({ key, elementId, stale }) => [key, elementId, stale])).toEqual([
      ['page.label', 'page', []],
      ['name.label', 'name', ['nl']],
    ]);
    expect([completeness(rows, 'en'), completeness(rows, 'nl')]).toEqual([1, 0.5]);
    expect(gridRows(form, null).flatMap(({ stale }) => stale)).toEqual([]);
  });

  test('comes back from a spreadsheet as it left, and with what was written there', () => {
    const csv = writeCsv(form, gridRows(form, null));
    expect(readCsv(form, csv)).toEqual({ changes: [], unknown: [] });
    const changed = csv
      .replace('page;page;', 'page.label;page;')
      .replace('page.label;page;', 'page.label;page;"Pagina\r\n1"');
    const imported = readCsv(form, `${changed}other.label;a;b\r\n`);
    expect(imported?.unknown).toEqual(['other.label']);
    expect(applyTexts(form, imported!).translations.nl?.['page.label']).toBe('Pagina\n1');
    expect(readCsv(form, 'a;b\r\nc;d')).toBeNull();
    expect(readCsv(form, 'key,nl\npage.label,Blad')?.changes).toEqual([{ key: 'page.label', texts: { nl: 'Blad' } }]);
  });
});

describe('a trial', () => {
  const context = { audience: 'applicant', today: '2026-12-02' } as const;

  test('begins with answers that the platform takes', () => {
    const form = formOf({
      required: ['birth', 'amount', 'iban'],
      fields: {
        birth: { schema: { type: 'string', format: 'date', dateMax: 'today-18y' }, options: { widget: 'date' } },
        amount: {
          schema: { type: 'number', minimum: 250, maximum: 500, multipleOf: 0.01 },
          options: { widget: 'money' },
        },
        iban: { schema: { type: 'string', format: 'iban' }, options: { widget: 'iban' } },
        rows: {
          schema: { type: 'array', items: { type: 'object', properties: { name: { type: 'string', minLength: 10 } } } },
          rows: { name: { schema: { type: 'string' } } },
        },
      },
    });
    expect(validateForm(compileForm(form), sampleAnswers(form, context), context)).toEqual([]);
  });

  test('says why a field is not shown', () => {
    const told = (data: object) =>
      whyHidden(married, data as never, context).map(({ element, reason, scopes }) => [element.id, reason, ...scopes]);
    expect(told({})).toEqual([
      ['spouse', 'rule', '#/properties/isMarried'],
      ['note', 'audience'],
    ]);
    expect(told({ isMarried: true })).toEqual([['note', 'audience']]);
  });
});
