import { expect, test } from 'vitest';
import { diffJson } from './diff-json.ts';

const diff = (before: unknown, after: unknown) => diffJson(JSON.stringify(before), JSON.stringify(after));

test('what differs is named as narrowly as it can be, items of lists by what names them', () => {
  const before = { title: 'Rent', fields: [{ id: 'a', label: 'Name' }, { id: 'b' }], old: 1 };
  const after = { fields: [{ id: 'b' }, { id: 'a', label: 'First name' }], title: 'Rent', added: { days: 30 } };
  expect(diff(before, after)).toEqual([
    { place: ['fields', 'a', 'label'], before: 'Name', after: 'First name' },
    { place: ['old'], before: 1, after: undefined },
    { place: ['added'], before: undefined, after: { days: 30 } },
  ]);
});

test('a list without names, and one whose order alone differs, is one place', () => {
  const items = [{ id: 'a' }, { id: 'b' }];
  const moved = items.toReversed();
  expect(diff({ roles: ['agent'], items }, { roles: ['agent', 'auditor'], items: moved })).toEqual([
    { place: ['roles'], before: ['agent'], after: ['agent', 'auditor'] },
    { place: ['items'], before: items, after: moved },
  ]);
});

test('the order of members and the spaces between them say nothing, and what is no JSON has no places', () => {
  expect(diffJson('{"a":1,"b":2}', '{ "b": 2, "a": 1 }')).toEqual([]);
  expect(diffJson('{"a":1', '{"a":1}')).toBeNull();
});
