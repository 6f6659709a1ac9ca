import { describe, expect, test } from 'vitest';
import {
  conditionsOf,
  draftOf,
  finishedPart,
  isComplete,
  isSameDraft,
  newCondition,
  newDraft,
  withMatch,
  withMore,
  withMoved,
  withPart,
  type DraftGroup,
} from './view-draft.ts';

const one = { field: 'daysLeft', operator: 'atMost', values: ['5'] } as const;
const two = { field: 'wish', operator: 'contains', values: [''] } as const;
const nested = {
  match: 'all',
  parts: [
    { ...one, values: ['5'] },
    { match: 'any', parts: [{ ...two, values: [''] }] },
  ],
} as DraftGroup;

describe('a view that is being drawn up', () => {
  test('takes conditions in and out of its groups, and changes nothing else', () => {
    const more = withMore(nested, [1], newCondition('status', 'choice'));
    expect(conditionsOf(more).map(({ field }) => field)).toEqual(['daysLeft', 'wish', 'status']);
    expect(withPart(more, [1, 1], undefined)).toEqual(nested);
    expect(conditionsOf(withPart(nested, [1], undefined))).toHaveLength(1);
    expect(withMatch(nested, [1], 'all').parts[1]).toMatchObject({ match: 'all' });
    expect(withMatch(nested, [], 'any').match).toBe('any');
  });

  test.each([
    ['atLeast', ['1.200'], true],
    ['atLeast', ['much'], false],
    ['atLeast', [], false],
    ['oneOf', [], false],
    ['yes', [], true],
    ['contains', ['  '], false],
    ['from', ['2026-1'], false],
  ] as const)('%s with %j is finished: %s', (operator, values, isFinished) => {
    expect(isComplete({ field: 'x', operator, values: [...values] }, 'text')).toBe(isFinished);
  });

  test('looks for what is finished already', () => {
    const draft = { ...newDraft, filter: nested };
    expect(finishedPart(draft, () => 'text').filter).toEqual({
      match: 'all',
      parts: [one, { match: 'any', parts: [] }],
    });
  });

  test('is the same whatever the order in which it was stored', () => {
    const stored = JSON.parse(
      '{"sort":"due","filter":{"parts":[],"match":"all"},"columns":["task"],"list":"mine"}',
    ) as never;
    const draft = { ...newDraft, list: 'mine', columns: ['task'] } as const;
    expect(isSameDraft(draftOf({ definition: stored }), draft)).toBe(true);
    expect(isSameDraft({ ...draft, sort: 'created' }, draft)).toBe(false);
  });

  test('moves columns within their ends', () => {
    expect(withMoved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
    expect(withMoved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(withMoved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
  });
});
