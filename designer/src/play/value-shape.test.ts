import { expect, test } from 'vitest';
import { absentFields, blankOf, choices, emptied, humanName, kindOf } from './value-shape.ts';

const schema = {
  type: 'object',
  required: ['points', 'status'],
  properties: {
    points: { type: 'integer' },
    status: { enum: ['waiting', 'allocated'] },
    until: { anyOf: [{ type: 'string' }, { type: 'null' }] },
  },
} as const;

test('a value is asked for as its schema says, else as what it is', () => {
  expect([kindOf(undefined, schema), kindOf(null, schema), kindOf({}, schema)]).toEqual(['group', 'nothing', 'group']);
  expect(kindOf(undefined, schema.properties.until)).toBe('text');
  expect(kindOf('waiting', schema.properties.status)).toBe('choice');
  expect(choices(schema.properties.status)).toEqual(['waiting', 'allocated']);
  expect([kindOf([]), kindOf(null), kindOf(3), kindOf(true), kindOf({})]).toEqual([
    'list',
    'nothing',
    'number',
    'yesNo',
    'group',
  ]);
});

test('an empty value has what is required, the rest can be added', () => {
  const blank = blankOf(schema);
  expect(blank).toEqual({ points: 0, status: 'waiting' });
  expect(absentFields(blank as Record<string, unknown>, schema)).toEqual(['until']);
  expect(emptied({ name: 'An', ages: [3], isAdult: true })).toEqual({ name: '', ages: [], isAdult: false });
});

test('names are written as people write them', () => {
  expect(humanName('priorityPoints')).toBe('Priority points');
  expect(humanName('be-national-register')).toBe('Be national register');
});
