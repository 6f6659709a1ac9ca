import { bucketId, type Change, encodeChange } from '@irisflow/core';
import type { Statement } from '@irisflow/database';
import { insertRows, type RowValues } from '../row-statement.ts';

/** The changes of one batch to one aggregate, with the position of the first event. */
export interface PositionedChange {
  readonly position: number;
  readonly change: Change;
}

const insert = insertRows('engine_record', {
  position: 'bigint',
  event_count: 'integer',
  root_key: 'bigint',
  at: 'bigint',
  change: 'text',
});

const aggregateId = (change: Change): string => {
  switch (change.aggregate) {
    case 'tree':
      return change.rootKey;
    case 'bucket':
      return bucketId(change.ref);
    case 'definitions':
      return 'definitions';
  }
};

const joined = (changes: readonly Change[]): Change | undefined => {
  const [first] = changes;
  if (first === undefined || changes.length === 1) return first;
  return { ...first, events: changes.flatMap((change) => [...change.events]) } as Change;
};

/** Changes that make one row: those of one aggregate, in order, as long as they result from the same operation. */
const groupChanges = (changes: readonly Change[]): readonly Change[][] => {
  const groups: Change[][] = [];
  const latest = new Map<string, Change[]>();
  for (const change of changes) {
    if (change.events.length === 0) continue;
    const id = aggregateId(change);
    const group = latest.get(id);
    if (group?.[0]?.operationReference === change.operationReference && group !== undefined) {
      group.push(change);
      continue;
    }
    const fresh = [change];
    latest.set(id, fresh);
    groups.push(fresh);
  }
  return groups;
};

/** One change an aggregate and operation, in order of its first event, with gap-free positions from `firstPosition` on. */
export const positionChanges = (changes: readonly Change[], firstPosition: number): PositionedChange[] => {
  let position = firstPosition;
  return groupChanges(changes).flatMap((group) => {
    const change = joined(group);
    if (change === undefined) return [];
    const positioned = { position, change };
    position += change.events.length;
    return [positioned];
  });
};

const toValues = ({ position, change }: PositionedChange, at: number): RowValues => [
  position,
  change.events.length,
  change.aggregate === 'tree' ? change.rootKey : null,
  at,
  encodeChange(change),
];

/** The diary of one batch. */
export const recordStatements = (changes: readonly PositionedChange[], at: number): Statement[] =>
  changes.length > 0 ? [insert(changes.map((change) => toValues(change, at)))] : [];
