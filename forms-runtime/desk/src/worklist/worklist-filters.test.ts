import { describe, expect, test } from 'vitest';
import { readWorklistFilters, worklistAddress } from './worklist-filters.ts';

const read = (query: string) => readWorklistFilters(new URLSearchParams(query));

describe('the filters of the worklist', () => {
  test('an empty address shows my tasks by remaining days', () => {
    expect(read('')).toEqual({ view: 'mine', sort: 'due' });
    expect(worklistAddress(read(''))).toBe('/');
  });

  test('an address survives the way in and out', () => {
    const query = 'view=overdue&search=Jos%C3%A9+%26+co&procedure=taxi&element=check&language=fr&sort=created';

    expect(worklistAddress(read(query))).toBe(`/?${query}`);
  });

  test('what an address makes up is left out', () => {
    expect(read('view=everything&sort=mood&language=de&search=')).toEqual({ view: 'mine', sort: 'due' });
  });
});
