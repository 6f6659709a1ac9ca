import { sql } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { MAX_CONDITIONS, type ViewCondition, type ViewFilter, type ViewGroup } from '../views/view-definition.ts';
import { compileCondition } from './compile-condition.ts';
import type { FieldValue, Sql } from './field-value.ts';

const isGroup = (part: ViewGroup | ViewCondition): part is ViewGroup => 'parts' in part;

interface PlacedCondition {
  readonly condition: ViewCondition;
  readonly pointer: string;
}

/** Every condition of a filter, with its place in it as a JSON pointer. */
export const conditionsOf = (filter: ViewGroup, at = '/filter'): PlacedCondition[] =>
  filter.parts.flatMap((part, index) => {
    const pointer = `${at}/parts/${index}`;
    return isGroup(part) ? conditionsOf(part, pointer) : [{ condition: part, pointer }];
  });

/** Refuses what no person wrote: each condition is looked at for each task. */
export const requireFewConditions = (filter: ViewFilter): void => {
  const { length } = conditionsOf(filter);
  if (length <= MAX_CONDITIONS) return;
  throw new CaseworkError('VIEW_TOO_LARGE', `Expected at most ${MAX_CONDITIONS} conditions, but found ${length}`, {
    errors: [{ pointer: '/filter', keyword: 'maxItems', params: { limit: MAX_CONDITIONS } }],
  });
};

export interface Compiling {
  readonly today: string;
  /** What a field holds; fails for one that the reader may not ask about. */
  readonly valueOf: (key: string, pointer: string) => FieldValue;
}

const compileGroup = ({ match, parts }: ViewGroup, compiling: Compiling, at: string): Sql<boolean> | null => {
  const compiled = parts.flatMap((part, index): Sql<boolean>[] => {
    const pointer = `${at}/parts/${index}`;
    if (isGroup(part)) {
      const inner = compileGroup(part, compiling, pointer);
      return inner === null ? [] : [inner];
    }
    const field = compiling.valueOf(part.field, pointer);
    return [compileCondition(part.operator, { field, values: part.values, today: compiling.today, pointer })];
  });
  if (compiled.length === 0) return null;
  return sql<boolean>`(${sql.join(compiled, match === 'all' ? sql` and ` : sql` or `)})`;
};

/** A filter as one condition on a task and its case; null where it asks nothing. A group without parts asks nothing either. */
export const compileFilter = (filter: ViewFilter, compiling: Compiling): Sql<boolean> | null =>
  compileGroup(filter, compiling, '/filter');
