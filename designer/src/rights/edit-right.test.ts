import { describe, expect, test } from 'vitest';
import { changeFields, changeStates, fieldsOf, renameField, renameState, validUntil, withKind } from './edit-right.ts';
import type { RightFile } from './right-file.ts';

const text = (word: string) => ({ fr: word, nl: word, en: word });
const right: RightFile = {
  kind: 'right',
  formatVersion: 1,
  key: 'stall',
  name: text('Stall'),
  number: { prefix: 'ST', digits: 5 },
  holder: text('Trader'),
  validity: { until: 'lastDay' },
  states: [
    { key: 'valid', label: text('Valid'), effect: 'active' },
    { key: 'revoked', label: text('Revoked'), effect: 'ended', whileAppealed: 'valid' },
  ],
  moves: [{ from: 'valid', to: 'revoked', groups: ['agent'] }],
  data: {
    type: 'object',
    required: ['lastDay'],
    properties: {
      market: { type: 'string', enum: ['a'], label: text('Market'), public: true },
      lastDay: { type: 'string', format: 'date', label: text('Last day') },
    },
  },
  source: { fields: ['number', 'market', 'lastDay'], states: ['valid'], authorization: text('Protocol') },
};

describe('a kind of right under edit', () => {
  test('a state that gets another key keeps its moves, its appeals and what is told of it', () => {
    const next = { ...right, ...renameState(right, 'valid', 'running') };
    expect(next.states?.map(({ key, whileAppealed }) => [key, whileAppealed])).toEqual([
      ['running', undefined],
      ['revoked', 'running'],
    ]);
    expect(next.moves).toEqual([{ from: 'running', to: 'revoked', groups: ['agent'] }]);
    expect(next.source?.states).toEqual(['running']);
  });

  test('a state that goes takes its moves with it', () => {
    const next = { ...right, ...changeStates(right, right.states!.slice(1)) };
    expect(next.moves).toEqual([]);
    expect(next.states).toMatchObject([{ key: 'revoked', whileAppealed: undefined }]);
    expect(next.source?.states).toEqual([]);
  });

  test('a value that gets another name keeps its place, and is followed', () => {
    const next = { ...right, ...renameField(right, 'lastDay', 'endsOn') };
    expect(Object.keys(next.data!.properties)).toEqual(['market', 'endsOn']);
    expect(next.data!.required).toEqual(['endsOn']);
    expect(next.validity).toEqual({ until: 'endsOn' });
    expect(next.source?.fields).toEqual(['number', 'market', 'endsOn']);
  });

  test('a value that goes is no longer told; nothing required is said where nothing was', () => {
    const next = { ...right, ...changeFields(right, fieldsOf(right).slice(1)) };
    expect(next.source?.fields).toEqual(['number', 'lastDay']);
    const free = { ...right, data: { type: 'object' as const, properties: right.data!.properties } };
    expect(changeFields(free, fieldsOf(free)).data?.required).toBeUndefined();
  });

  test('the day until which it holds is always there; another kind of value keeps its words and who reads it', () => {
    expect(validUntil({ ...right, data: { ...right.data!, required: [] } }, 'lastDay').data?.required).toEqual([
      'lastDay',
    ]);
    expect(withKind(right.data!.properties['market']!, 'count')).toMatchObject({
      type: 'integer',
      label: text('Market'),
      public: true,
    });
    expect(withKind(right.data!.properties['market']!, 'count').enum).toBeUndefined();
  });
});
