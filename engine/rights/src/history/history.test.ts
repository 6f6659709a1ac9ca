import { addDays } from '@irisflow/calendar';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { additionsOf, asOf, type Change, type Version } from './history.ts';

const start = '2026-01-01';
const first: Version = {
  sequence: 1,
  effectiveOn: start,
  recordedAt: 0,
  state: 'active',
  validTo: null,
  data: { amount: '100', zone: 'north' },
  said: ['state', 'validTo', 'data/amount', 'data/zone'],
};

/** Records changes one after the other, an instant each. */
const recorded = (changes: readonly Change[]): Version[] => {
  const versions = [first];
  changes.forEach((change, index) => {
    for (const addition of additionsOf(versions, change) ?? [])
      versions.push({ ...addition, sequence: versions.length + 1, recordedAt: index + 1 });
  });
  return versions;
};

/** The same in the simplest way: of each thing by itself, what was said of it for the last day that had begun, and last. */
const modelOf = (changes: readonly Change[], { on, knownAt }: { on: string; knownAt: number }) => {
  const known = [
    { effectiveOn: start, state: 'active', validTo: null, data: { amount: '100', zone: 'north' } },
    ...changes.slice(0, knownAt),
  ];
  const last = (read: (change: Change) => unknown): unknown =>
    known
      .map((change, index) => ({ change, index }))
      .filter(({ change }) => change.effectiveOn <= on && read(change) !== undefined)
      .toSorted((one, other) =>
        one.change.effectiveOn === other.change.effectiveOn
          ? one.index - other.index
          : one.change.effectiveOn.localeCompare(other.change.effectiveOn),
      )
      .map(({ change }) => read(change))
      .at(-1);
  const data = ['amount', 'zone', 'note'].map((name) => [name, last((change) => change.data?.[name])] as const);
  return {
    state: last(({ state }) => state),
    validTo: last(({ validTo }) => validTo),
    data: Object.fromEntries(data.filter(([, value]) => value !== null && value !== undefined)),
  };
};

const day = fc.integer({ min: 0, max: 12 }).map((days) => addDays(start, days));
const value = fc.constantFrom('1', '2', '3');
const change: fc.Arbitrary<Change> = fc.record(
  {
    effectiveOn: day,
    state: fc.constantFrom('active', 'suspended', 'ended'),
    validTo: fc.option(day),
    data: fc.record({ amount: value, zone: value, note: fc.option(value) }, { requiredKeys: [] }),
  },
  { requiredKeys: ['effectiveOn'] },
);

describe('the history of a right', () => {
  test('says on each day what was known at each instant', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), day, fc.nat({ max: 8 }), (changes, on, knownAt) => {
        const found = asOf(recorded(changes), { on, knownAt });
        expect({ state: found?.state, validTo: found?.validTo, data: found?.data }).toEqual(
          modelOf(changes, { on, knownAt }),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('begins with its first day', () => {
    expect(asOf([first], { on: '2025-12-31' })).toBeUndefined();
    expect(additionsOf([first], { effectiveOn: '2025-12-31', state: 'ended' })).toBeUndefined();
  });

  test('keeps what was decided for a later day when an earlier one is corrected', () => {
    const versions = recorded([
      { effectiveOn: '2026-05-01', data: { amount: '110' } },
      { effectiveOn: '2026-04-01', state: 'suspended' },
      { effectiveOn: '2026-03-01', data: { amount: '90' } },
    ]);
    expect(asOf(versions, { on: '2026-04-15' })).toMatchObject({ state: 'suspended', data: { amount: '90' } });
    expect(asOf(versions, { on: '2026-05-01' })).toMatchObject({ state: 'suspended', data: { amount: '110' } });
    expect(asOf(versions, { on: '2026-04-15', knownAt: 2 })).toMatchObject({ data: { amount: '100' } });
  });
});
