import { describe, expect, test } from 'vitest';
import { isSame, mergeJson, placeKey } from './merge-json.ts';

const merge = (base: unknown, mine: unknown, theirs: unknown, choices?: Map<string, 'mine' | 'theirs'>) =>
  mergeJson([JSON.stringify(base), JSON.stringify(mine), JSON.stringify(theirs)], choices);

describe('two people in one file of JSON', () => {
  test('what only one of them changed is taken', () => {
    const base = { title: 'a', days: 30, gone: 1 };
    expect(merge(base, { title: 'b', days: 30, gone: 1 }, { title: 'a', days: 60, more: [1] })).toEqual({
      value: { title: 'b', days: 60, more: [1] },
      collisions: [],
    });
  });

  test('items with names are merged by name, additions of both stay in place', () => {
    const base = {
      fields: [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B' },
      ],
    };
    const mine = { fields: [{ id: 'a', label: 'A' }, { id: 'mine' }, { id: 'b', label: 'B!' }] };
    const theirs = { fields: [{ id: 'b', label: 'B' }, { id: 'a', label: 'A!' }, { id: 'theirs' }] };
    expect(merge(base, mine, theirs)).toEqual({
      value: { fields: [{ id: 'b', label: 'B!' }, { id: 'a', label: 'A!' }, { id: 'mine' }, { id: 'theirs' }] },
      collisions: [],
    });
  });

  test('what both changed differently is asked, and only that; a removal against a change too', () => {
    const base = { days: 30, steps: [{ id: 'x', form: 'f' }], note: 'n' };
    const mine = { days: 45, steps: [], note: 'mine' };
    const theirs = { days: 60, steps: [{ id: 'x', form: 'g' }], note: 'n' };
    const asked = merge(base, mine, theirs);
    expect(asked?.collisions.map(({ place }) => place)).toEqual([['days'], ['steps', 'x']]);
    const chosen = merge(
      base,
      mine,
      theirs,
      new Map([
        [placeKey(['days']), 'mine'],
        [placeKey(['steps', 'x']), 'mine'],
      ]),
    );
    expect(chosen?.value).toEqual({ days: 45, steps: [], note: 'mine' });
  });

  test('a list without names is one value', () => {
    expect(merge([1, 2], [1, 2, 3], [0, 1, 2])?.collisions).toEqual([
      { place: [], base: [1, 2], mine: [1, 2, 3], theirs: [0, 1, 2] },
    ]);
  });

  test('what is no JSON is nothing to merge', () => {
    expect(mergeJson(['{', '{}', '{}'])).toBeNull();
  });

  test('without a collision the changes of each are in what comes out, whoever is called mine', () => {
    const inner = [undefined, 1, 2, { x: 1 }, { x: 2 }, { x: 1, y: 1 }];
    const values = inner.flatMap((a) => [{ a }, { a, b: 1 }, JSON.parse('{"__proto__":{"p":1}}') as object]);
    const triples = values.flatMap((base) =>
      values.flatMap((mine) => values.map((theirs) => [base, mine, theirs] as const)),
    );
    const odd = triples.filter(([base, mine, theirs]) => {
      const there = merge(base, mine, theirs);
      const back = merge(base, theirs, mine);
      const isEven = isSame(there?.value, back?.value);
      const isAlone = isSame(merge(base, mine, base)?.value, JSON.parse(JSON.stringify(mine)));
      return (
        there?.collisions.length !== back?.collisions.length || (there?.collisions.length === 0 && !isEven) || !isAlone
      );
    });
    expect(odd).toEqual([]);
  });

  test('a text that is nested without end is chosen whole, and names that every object has are names like others', () => {
    const deep = (inner: string) => `${'['.repeat(100_000)}${inner}${']'.repeat(100_000)}`;
    expect(mergeJson([deep('1'), deep('2'), deep('3')])).toBeNull();
    const merged = mergeJson(['{}', '{"__proto__":{"mine":1}}', '{"constructor":{"theirs":1}}']);
    expect(JSON.stringify(merged?.value)).toBe('{"__proto__":{"mine":1},"constructor":{"theirs":1}}');
    expect({}).not.toHaveProperty('mine');
  });
});
