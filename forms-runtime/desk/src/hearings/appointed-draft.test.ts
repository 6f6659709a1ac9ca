import { describe, expect, test } from 'vitest';
import { appointedOf, appointedProblems, blankAppointed, timeOf } from './appointed-draft.ts';

describe('a time as people type it', () => {
  test.each([
    ['10:30', '10:30'],
    ['9h30', '09:30'],
    ['9u', '09:00'],
    [' 9.05 ', '09:05'],
    ['0930', '09:30'],
    ['14', '14:00'],
  ])('%s is %s', (typed, time) => {
    expect(timeOf(typed)).toBe(time);
  });

  test.each(['', '24:00', '10:60', '10h3', 'dix heures', '12345'])('%s is none', (typed) => {
    expect(timeOf(typed)).toBeUndefined();
  });
});

describe('when and where', () => {
  const draft = { ...blankAppointed, day: '2026-12-15', time: '9h30', place: ' Salle 3 ' };

  test('are sent once nothing is missing', () => {
    expect(appointedProblems(draft, '2026-12-11')).toEqual({});
    expect(appointedOf(draft)).toEqual({
      day: '2026-12-15',
      time: '09:30',
      minutesLong: 60,
      place: 'Salle 3',
      link: '',
    });
  });

  test.each([
    [{ day: '2026-02-30' }, 'day'],
    [{ day: '2026-12-10' }, 'day'],
    [{ time: '' }, 'time'],
    [{ minutesLong: 4 }, 'minutesLong'],
    [{ place: ' ' }, 'place'],
    [{ link: 'http://example.org' }, 'link'],
  ])('say what is wrong: %o', (part, field) => {
    expect(Object.keys(appointedProblems({ ...draft, ...part }, '2026-12-11'))).toEqual([field]);
  });
});
