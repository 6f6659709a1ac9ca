import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  openTestCasework,
  type TestCasework,
  givenAdministrations,
  givenPublished,
  givenStaff,
  sampleProcedure,
} from '@irisflow/platform/testing';
import { parseExactJson } from '@irisflow/feel';
import { formatValue } from './letter-format.ts';
import { resolveLetter, type LetterScope } from './resolve-letter.ts';
import type { LetterTemplate } from './letter-template.ts';

const template = JSON.parse(
  sampleProcedure().find(({ path }) => path === 'grant.letter.json')?.content ?? '',
) as LetterTemplate;
const scope: LetterScope = {
  case: { applicant: { name: 'Zoë' }, submittedOn: '2026-11-25' },
  values: { amount: 40 },
  grounds: ['a', 'b'],
  contact: { name: 'Nadia', email: 'n@example.org' },
};
const resolve = (more: LetterScope = {}, missing: 'refuse' | 'show' = 'refuse') =>
  resolveLetter(template, { locale: 'en', scope: { ...scope, ...more }, now: 0, missing });

describe('a letter', () => {
  test('has every value in its place', () => {
    const { subject, blocks } = resolve();
    expect(subject).toBe('Decision to grant');
    const [greeting, granted, list] = blocks;
    expect(greeting).toMatchObject({ kind: 'paragraph', runs: [{ text: 'Dear ' }, { text: 'Zoë' }, { text: ',' }] });
    expect(JSON.stringify(granted)).toContain('€40.00');
    expect(list).toMatchObject({ kind: 'list', items: [[[{ text: 'a' }]], [[{ text: 'b' }]]] });
  });

  test('shows a conditional block only when its condition holds', () => {
    expect(JSON.stringify(resolve().blocks)).not.toContain('> 50');
    expect(JSON.stringify(resolve({ values: { amount: 60 } }).blocks)).toContain('> 50');
  });

  test('has no sentence with a hole: a line that is only a field is left out', () => {
    const nobody = { case: { ...(scope['case'] as object), applicant: { name: null } } };
    expect(() => resolve(nobody)).toThrow(/case\.applicant\.name/);
    expect(JSON.stringify(resolve({ contact: { name: 'Nadia', email: null } }).blocks)).toContain('Nadia');
  });

  test('is refused with a hole, and shows it in a preview', () => {
    expect(() => resolve({ values: {} })).toThrow(/values\.amount/);
    expect(JSON.stringify(resolve({ values: {} }, 'show').blocks)).toContain('[values.amount]');
  });

  test.each([
    ['2026-11-25', 'date', 'fr', '25 novembre 2026'],
    ['2026-12-01', 'date', 'fr', '1er décembre 2026'],
    ['2026-12-11', 'date', 'fr', '11 décembre 2026'],
    ['2026-11-25T23:30:00Z', 'date', 'nl', '26 november 2026'],
    [1234.5, 'money', 'fr', '1\u00a0234,50\u00a0€'],
    [1234.5, 'money', 'nl', '€\u00a01.234,50'],
    ['be54000000000097', 'iban', 'fr', 'BE54\u00a00000\u00a00000\u00a00097'],
    ['my account', 'iban', 'fr', null],
    ['2026-12-01', 'text', 'nl', '1 december 2026'],
    [true, 'text', 'nl', 'ja'],
    [2026, 'text', 'fr', '2026'],
    [null, 'text', 'fr', ''],
    [{}, 'text', 'fr', null],
    [{ fr: 'Amende', nl: 'Boete', en: 'Fine' }, 'text', 'nl', 'Boete'],
    [{ fr: 'Amende' }, 'text', 'nl', null],
    ['soon', 'date', 'fr', null],
  ] as const)('%j as %s in %s is %j', (value, format, locale, expected) => {
    expect(formatValue(value, format, locale)).toBe(expected);
  });

  test.each([
    ['9007199254740993', 'text', 'fr', '9007199254740993'],
    ['12345678901234567.89', 'money', 'nl', '€\u00a012.345.678.901.234.567,89'],
  ] as const)('%s as %s in %s keeps every digit', (number, format, locale, expected) => {
    expect(formatValue(parseExactJson(number), format, locale)).toBe(expected);
  });
});

describe('the preview of a letter', () => {
  let given: TestCasework;
  let analyst: Actor;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    analyst = await givenStaff(given.casework, { name: 'Ann', roles: ['analyst'] });
  });
  afterAll(() => given.close());

  const preview = (letter: unknown) =>
    given.casework.procedures.previewLetter(analyst, { procedureKey: 'rent-aid', letter, locale: 'fr' });

  test('is a PDF in the language asked for', async () => {
    const pdf = await preview(template);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1')).toContain('/Lang (fr-BE)');
  });

  test('story 7: is refused while it lacks what the law wants, and shown as a draft where somebody asks for one', async () => {
    const bare: LetterTemplate = { ...template, body: { ...template.body, fr: { type: 'doc', content: [] } } };
    const letter = { ...bare, mandatory: ['remedies', 'grounds'] };
    await expect(preview(letter)).rejects.toMatchObject({
      code: 'LETTER_INCOMPLETE',
      errors: [
        { pointer: '/body/fr', keyword: 'remedies' },
        { pointer: '/body/fr', keyword: 'grounds' },
      ],
    });
    const draft = { procedureKey: 'rent-aid', letter, locale: 'fr', asDraft: true } as const;
    const pdf = await given.casework.procedures.previewLetter(analyst, draft);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('is refused for what is no letter', async () => {
    await expect(preview({ kind: 'letter' })).rejects.toMatchObject({ code: 'LETTER_INVALID' });
  });
});
