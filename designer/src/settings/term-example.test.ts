import { describe, expect, test } from 'vitest';
import { exampleOf } from './term-example.ts';
import type { ProcedureTerm } from './procedure-file.ts';

const term: ProcedureTerm = {
  key: 'answer',
  label: { fr: 'Réponse', nl: 'Antwoord', en: 'Answer' },
  length: 30,
  kind: 'calendarDays',
  legalRef: 'art. 9',
};

describe('the example of a term', () => {
  test('shows the day that Easter moves, and when the warning comes', () => {
    expect(exampleOf({ ...term, warnAfter: 80 }, '2026-03-06')).toEqual({
      dueOn: '2026-04-07',
      warnOn: '2026-03-30',
      holidays: [{ day: '2026-04-06', name: 'easterMonday' }],
    });
    expect(exampleOf({ ...term, kind: 'workingDays', startsAfter: 'posting', length: 5 }, '2026-12-21')).toEqual({
      dueOn: '2027-01-04',
      warnOn: null,
      holidays: [
        { day: '2026-12-25', name: 'christmas' },
        { day: '2027-01-01', name: 'newYear' },
      ],
    });
  });

  test.each([undefined, '2026-02-30', '2026-03'])('says nothing for %s', (day) => {
    expect(exampleOf(term, day)).toBeUndefined();
  });

  test('says nothing while the term itself cannot be counted', () => {
    expect(exampleOf({ ...term, length: 0 }, '2026-03-06')).toBeUndefined();
    expect(exampleOf({ ...term, warnAfter: 100 }, '2026-03-06')).toBeUndefined();
  });
});
