import { describe, expect, test } from 'vitest';
import { freeTask } from '../testing/sample-views.ts';
import { groupByUrgency, urgencyOf } from './urgency.ts';

describe('urgency', () => {
  test.each([
    [-1, 'overdue'],
    [0, 'week'],
    [7, 'week'],
    [8, 'month'],
    [30, 'month'],
    [31, 'later'],
    [null, 'none'],
  ] as const)('%s legal days left is %s', (days, urgency) => {
    expect(urgencyOf(days)).toBe(urgency);
  });

  test('groups follow the time left, and keep the order within', () => {
    const tasks = [31, -1, 2, 1].map((remainingDays, index) => ({ ...freeTask, id: String(index), remainingDays }));

    const groups = groupByUrgency(tasks).map(({ urgency, tasks: within }) => [urgency, within.map(({ id }) => id)]);

    expect(groups).toEqual([
      ['overdue', ['1']],
      ['week', ['2', '3']],
      ['later', ['0']],
    ]);
  });
});
