import type { ElementRef } from '@irisflow/core';
import type { Statement } from '@irisflow/database';
import type { ElementInstanceKey, ProcessInstanceKey, ElementInstanceState } from '@irisflow/protocol';
import { insertRows, type RowValues, updateRows } from '../row-statement.ts';

interface ElementInstanceRow {
  readonly element: ElementRef;
  readonly rootKey: string;
  readonly startedAt: number;
  elementId: string;
  state: ElementInstanceState;
  endedAt: number | null;
}

const insert = insertRows('element_instance', {
  key: 'bigint',
  root_key: 'bigint',
  process_instance_key: 'bigint',
  scope_key: 'bigint',
  element_id: 'text',
  type: 'text',
  state: 'text',
  started_at: 'bigint',
  ended_at: 'bigint',
});
const end = updateRows('element_instance', { key: 'bigint', state: 'text', ended_at: 'bigint' });
const migrate = updateRows('element_instance', { key: 'bigint', element_id: 'text' }, 'element_instance_element');

const toValues = ({ element, rootKey, elementId, startedAt, state, endedAt }: ElementInstanceRow): RowValues => [
  element.key,
  rootKey,
  element.processInstanceKey,
  element.scopeKey,
  elementId,
  element.elementType,
  state,
  startedAt,
  endedAt,
];

/** Rows of `element_instance` that one batch writes: an element that begins and ends in the batch is one insert. */
export const createElementInstanceRows = () => {
  const created = new Map<ElementInstanceKey, ElementInstanceRow>();
  const ended = new Map<ElementInstanceKey, RowValues>();
  const migrated = new Map<ElementInstanceKey, RowValues>();
  return {
    add: (element: ElementRef, rootKey: ProcessInstanceKey, at: number) => {
      const { elementId } = element;
      created.set(element.key, { element, rootKey, elementId, startedAt: at, state: 'ACTIVE', endedAt: null });
    },
    end: (key: ElementInstanceKey, state: ElementInstanceState, at: number) => {
      const row = created.get(key);
      if (row === undefined) ended.set(key, [key, state, at]);
      else Object.assign(row, { state, endedAt: at });
    },
    migrate: (key: ElementInstanceKey, elementId: string) => {
      const row = created.get(key);
      if (row === undefined) migrated.set(key, [key, elementId]);
      else row.elementId = elementId;
    },
    statements: (): Statement[] => [
      ...(created.size > 0 ? [insert(Array.from(created.values(), toValues))] : []),
      ...(migrated.size > 0 ? [migrate([...migrated.values()])] : []),
      ...(ended.size > 0 ? [end([...ended.values()])] : []),
    ],
  };
};
