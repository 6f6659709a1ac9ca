import { describe, expect, test } from 'vitest';
import { readSource, wayOf, waysOf, writeSource, type InputSource } from './input-source.ts';

describe('what a step gets', () => {
  test.each([
    ['', { kind: 'nothing' }],
    ['= null', { kind: 'nothing' }],
    ['as it stands', { kind: 'constant', value: 'as it stands' }],
    ['= "fee"', { kind: 'constant', value: 'fee' }],
    ['= 125.50', { kind: 'constant', value: 125.5 }],
    ['= ["portal", "email"]', { kind: 'constant', value: ['portal', 'email'] }],
    [
      '={ fr: "Taxe", nl: "Belasting", en: "Tax" }',
      { kind: 'constant', value: { fr: 'Taxe', nl: 'Belasting', en: 'Tax' } },
    ],
    ['= application.height', { kind: 'name', name: 'application.height' }],
    ['= today()', { kind: 'formula', feel: 'today()' }],
    ['= 2 * application.height', { kind: 'formula', feel: '2 * application.height' }],
    ['= { fr: title }', { kind: 'values', values: [{ key: 'fr', name: 'title' }] }],
    ['= { fr: title, nl: "Titel" }', { kind: 'formula', feel: '{ fr: title, nl: "Titel" }' }],
    ['= (', { kind: 'formula', feel: '(' }],
  ])('%s is read in words where it has words', (source, said) => {
    expect(readSource(source)).toEqual(said);
  });

  test.each<InputSource>([
    { kind: 'nothing' },
    { kind: 'constant', value: 'l’"arbre"\n' },
    { kind: 'constant', value: [{ key: 'item1', label: { fr: 'Plan', nl: 'Plan', en: 'Plan' } }] },
    { kind: 'constant', value: -3 },
    { kind: 'constant', value: false },
    { kind: 'name', name: 'receivable.amount' },
    {
      kind: 'values',
      values: [
        { key: 'height', name: 'application.height' },
        { key: 'suite', name: 'suite' },
      ],
    },
    { kind: 'formula', feel: 'if a then 1 else 2' },
  ])('is read as it was written: %j', (said) => {
    expect(readSource(writeSource(said))).toEqual(said);
  });

  test('is said in the way that fits, and as a formula where no field of its kind fits', () => {
    expect(wayOf(readSource('= 30'), waysOf.number)).toBe('number');
    expect(wayOf(readSource('= "30"'), waysOf.number)).toBe('formula');
    expect(wayOf(readSource('= { fr: title }'), waysOf.localizedText)).toBe('formula');
    expect(wayOf(readSource('= "2027-03-31"'), waysOf.day)).toBe('day');
    expect(wayOf(readSource('= obligation.dueOn'), waysOf.day)).toBe('name');
    expect(wayOf(readSource('= [{ key: "plan", label: { fr: "Plan" } }]'), waysOf.items)).toBe('items');
    expect(wayOf(readSource(''), waysOf.items)).toBeNull();
  });
});
