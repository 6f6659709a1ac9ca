import { sql } from '@irisflow/database';
import type { FieldKind } from '../views/view-page.ts';

/** A piece of SQL with its parameters, over a task `t` and its case `f`. */
export type Sql<T = unknown> = ReturnType<typeof sql<T>>;

/** What a field holds for a task: a text, a number, a day as text, the codes of a choice, or yes and no. */
export interface FieldValue {
  readonly kind: FieldKind;
  readonly value: Sql;
  /** Tasks of which the field says something at all; left out for all of them. */
  readonly within?: Sql<boolean>;
  /** What the values of a condition mean, where they are not the codes themselves. */
  readonly meaning?: (values: readonly string[]) => readonly string[];
}

const isNothing = (json: Sql): Sql<boolean> => sql<boolean>`coalesce(jsonb_typeof(${json}), 'null') = 'null'`;

/**
 * The value of a field in JSON, whatever is really there: what has not the type of the field counts as no answer, so that no
 * cast ever fails.
 */
export const valueInJson = (kind: FieldKind, json: Sql): Sql => {
  switch (kind) {
    case 'number':
      return sql`case when jsonb_typeof(${json}) = 'number' then (${json} #>> '{}')::numeric end`;
    case 'yesNo':
      return sql`case when jsonb_typeof(${json}) = 'boolean' then (${json} #>> '{}')::boolean end`;
    case 'choice':
      return sql`case when ${isNothing(json)} then null
        when jsonb_typeof(${json}) = 'array' then array(select jsonb_array_elements_text(${json}))
        else array[${json} #>> '{}'] end`;
    case 'date':
    case 'text':
      return sql`case when jsonb_typeof(${json}) = 'string' then nullif(${json} #>> '{}', '') end`;
  }
};
