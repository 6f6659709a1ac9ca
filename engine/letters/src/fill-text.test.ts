import { describe, expect, test } from 'vitest';
import { fillText, textProblems } from './fill-text.ts';

const resolving = {
  locale: 'nl',
  now: 0,
  scope: {
    case: { reference: 'BH-1', submittedOn: '2026-12-01', applicant: { name: '{{contact.email}} $& $1' } },
    contact: { email: 'secret@example.org' },
    values: { amount: 1234.5, nothing: null, list: ['a', 'b'] },
  },
} as const;

describe('a text', () => {
  test('is filled with values as its language writes them', () => {
    expect(
      fillText('{{case.reference}} van {{ case.submittedOn | date }}: {{values.amount|money}}', resolving),
    ).toEqual({
      text: 'BH-1 van 1 december 2026: €\u00a01.234,50',
      missing: [],
    });
    expect(fillText('{{values.list}}', resolving).text).toBe('a, b');
  });

  test('takes what somebody else wrote as it is: it is no field, and no pattern', () => {
    expect(fillText('Aan {{case.applicant.name}}.', resolving).text).toBe('Aan {{contact.email}} $& $1.');
  });

  test('shows what has no value, and names it once', () => {
    expect(fillText('{{values.nothing}} {{values.other.deep}} {{values.nothing}}', resolving)).toEqual({
      text: '[values.nothing] [values.other.deep] [values.nothing]',
      missing: ['values.nothing', 'values.other.deep'],
    });
  });

  test.each([
    ['{{1 + 1}}', 'field'],
    ['{{case.constructor}}', 'field'],
    ['{{__proto__.x}}', 'field'],
    ['{{item}}', 'field'],
    ['{{secrets.DB}}', 'field'],
    ['{{case}}', 'field'],
    ['{{values.amount|html}}', 'format'],
    ['{{values.amount', 'braces'],
    ['values.amount}}', 'braces'],
    ['{{{{values.amount}}}}', 'braces'],
    ['A \u{13000}', 'unprintable'],
  ] as const)('%s is refused: %s', (text, keyword) => {
    expect(textProblems(text).map((problem) => problem.keyword)).toContain(keyword);
  });

  test.each(['Plain words, 100 % {sure}.', '{{values.a.b.c}} {{grounds}} {{today|date}}'])('%s is right', (text) => {
    expect(textProblems(text)).toEqual([]);
  });
});
