import { describe, expect, test } from 'vitest';
import { editTextOf, readEdit, refuseStale, withEdits, type LetterEdit } from './edit-letter.ts';
import { letterParts, lockOf } from './letter-parts.ts';
import type { LetterDocument, LetterTemplate } from './letter-template.ts';
import { resolveLetter, type Resolving } from './resolve-letter.ts';

const words = (text: string) => ({ type: 'text', text }) as const;
const field = (path: string, format?: 'money') => ({ type: 'field', path, ...(format && { format }) }) as const;
const body: LetterDocument = {
  type: 'doc',
  content: [
    { type: 'paragraph', content: [words('Vous recevez '), field('values.amount', 'money'), words(' par mois.')] },
    { type: 'paragraph', content: [field('values.motivation')] },
    { type: 'conditional', when: 'values.amount > 5', content: [{ type: 'paragraph', content: [words('Beaucoup.')] }] },
    { type: 'paragraph', editable: false, content: [words('Vu l’ordonnance ;')] },
    { type: 'paragraph', content: [words('Un recours est possible.')] },
    { type: 'paragraph', content: [words('Contact : '), field('contact.name')] },
    { type: 'paragraph', content: [words('Motifs : '), field('grounds')] },
    { type: 'heading', level: 2, content: [words('Titre')] },
    { type: 'paragraph', content: [words('Cher '), field('case.applicant.name')] },
  ],
};
const template = {
  kind: 'letter',
  formatVersion: 1,
  key: 'grant',
  subject: { fr: 'Octroi', nl: 'x', en: 'x' },
  body: { fr: body, nl: body, en: body },
  mandatory: [],
} satisfies LetterTemplate;

const resolving = (more: object = {}): Resolving => ({
  locale: 'fr',
  now: 0,
  missing: 'refuse',
  scope: {
    values: { amount: 10, motivation: 'Parce que.', ...more },
    grounds: ['R1'],
    contact: { name: 'Nadia' },
    case: { applicant: { name: '{{contact.name}}' } },
  },
});
const read = (path: string, text: string) => readEdit(template, { path, text }, resolving());
const lines = (edits: readonly LetterEdit[], more: object = {}): string[] =>
  resolveLetter(withEdits(template, 'fr', edits), resolving(more)).blocks.map((block) =>
    block.kind === 'paragraph' ? block.runs.map(({ text }) => text).join('') : block.kind,
  );
const edit = (path: string, text: string): LetterEdit => {
  const found = read(path, text);
  if ('keyword' in found) throw new Error(found.keyword);
  return found;
};

describe('a letter that somebody edits', () => {
  test('is open where it is prose, and closed where the law, its author or its shape says so', () => {
    expect(letterParts(body).map((part) => [part.path, lockOf(part, 'fr')])).toEqual([
      ['0', null],
      ['1', null],
      ['2.0', null],
      ['3', 'author'],
      ['4', 'mandatory'],
      ['5', 'mandatory'],
      ['6', 'mandatory'],
      ['7', 'structure'],
      ['8', null],
    ]);
  });

  test('shows values between braces, and a motivation as words', () => {
    const texts = letterParts(body).map((part) => editTextOf(part, resolving()));
    expect(texts.slice(0, 3)).toEqual(['Vous recevez {10,00\u00a0€} par mois.', 'Parce que.', 'Beaucoup.']);
    // A value with braces of its own could not be told from the words around it.
    expect(texts[8]).toBeNull();
    expect(editTextOf(letterParts(body)[2]!, resolving({ amount: 1 }))).toBeNull();
  });

  test('keeps its values live, wherever they were moved to', () => {
    const changed = edit('0', 'Chaque mois,\u00a0{10,00\u00a0€} vous sont versés.\n\nCela suffit.');
    expect(lines([changed], { amount: 20 }).slice(0, 2)).toEqual([
      'Chaque mois,\u00a020,00\u00a0€ vous sont versés.',
      'Cela suffit.',
    ]);
  });

  test('takes what was written as words, never as a template', () => {
    expect(lines([edit('1', 'Voir {{contact.name}} et {values.amount}.')])[1]).toBe(
      'Voir {{contact.name}} et {values.amount}.',
    );
    expect(lines([edit('2.0', 'Assez.')])[2]).toBe('Assez.');
    expect(lines([edit('2.0', 'Assez.')], { amount: 1 })).not.toContain('Assez.');
  });

  test('reads on a screen as it is printed: nothing turns the direction of its words', () => {
    expect(edit('1', 'Refus\u202e .\u2066Accord\u2069').text).toBe('Refus .Accord');
    expect(edit('0', 'Ainsi \u202e{10,00\u00a0€}').text).toBe('Ainsi {10,00\u00a0€}');
  });

  test.each([
    ['0', 'Vous ne recevez rien.', 'valueMissing'],
    ['0', 'Vous recevez {99,00\u00a0€}.', 'valueUnknown'],
    ['0', '{10,00\u00a0€} et {10,00\u00a0€}', 'valueUnknown'],
    ['0', '{10,00\u00a0€} {', 'valueUnknown'],
    ['0', '{{values.amount}}', 'valueUnknown'],
    ['1', '\u200b \u2060', 'required'],
    ['1', 'x'.repeat(5001), 'maxLength'],
    ['1', 'Signe \u{13000}', 'unprintable'],
    ['3', 'Vu rien ;', 'locked'],
    ['4', 'Aucun.', 'locked'],
    ['7', 'Autre titre', 'locked'],
    ['99', 'x', 'locked'],
    ['2', 'x', 'locked'],
    ['__proto__', 'x', 'locked'],
  ])('part %s as %j is refused: %s', (path, text, keyword) => {
    expect(read(path, text)).toMatchObject({ keyword });
  });

  test('is refused when the words that were edited are others meanwhile', () => {
    const changed = edit('1', 'Pour une autre raison.');
    expect(() => refuseStale(template, [changed], resolving())).not.toThrow();
    expect(() => refuseStale(template, [changed], resolving({ motivation: 'Sinon.' }))).toThrow(/part 1/);
    expect(() => refuseStale(template, [edit('0', 'Ainsi {10,00\u00a0€}.')], resolving({ amount: 3 }))).not.toThrow();
  });
});
