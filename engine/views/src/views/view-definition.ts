import { oneOf } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

export const MAX_CONDITIONS = 20;
export const MAX_COLUMNS = 12;
/** Values of one condition. */
export const MAX_VALUES = 60;

export const ViewOperator = oneOf([
  'contains',
  'is',
  'isNot',
  'atLeast',
  'atMost',
  'on',
  'from',
  'until',
  'pastDays',
  'nextDays',
  'oneOf',
  'noneOf',
  'yes',
  'no',
  'empty',
  'filled',
]);
export type ViewOperator = Static<typeof ViewOperator>;

/** The key of a field: `dueOn`, or `<procedure>/<step or nothing><JSON pointer>` for one of a form. */
export const FieldKey = Type.String({ minLength: 1, maxLength: 300, pattern: '^[^\\x00-\\x1f]+$' });

/** What one field has to be. Values are text: decimals, days as `2026-11-25`, codes of choices. */
export const ViewCondition = Type.Object(
  {
    field: FieldKey,
    operator: ViewOperator,
    values: Type.Array(Type.String({ maxLength: 200, pattern: '^[^\\x00]*$' }), { maxItems: MAX_VALUES }),
  },
  { additionalProperties: false },
);
export type ViewCondition = Static<typeof ViewCondition>;

/** All of its parts hold, or any of them. */
const groupOf = <Part extends Parameters<typeof Type.Array>[0]>(part: Part) =>
  Type.Object(
    { match: oneOf(['all', 'any']), parts: Type.Array(part, { maxItems: MAX_CONDITIONS }) },
    { additionalProperties: false },
  );

const InnermostGroup = groupOf(ViewCondition);
const InnerGroup = groupOf(Type.Union([ViewCondition, InnermostGroup]));

/** Conditions in groups, two deep at most. */
export const ViewFilter = groupOf(Type.Union([ViewCondition, InnerGroup]));
export type ViewFilter = Static<typeof ViewFilter>;
export type ViewGroup = ViewFilter | Static<typeof InnerGroup> | Static<typeof InnermostGroup>;

/** What a view of the worklist shows: whose tasks, which of them, with which columns and in which order. */
export const ViewDefinition = Type.Object(
  {
    list: oneOf(['mine', 'team', 'unassigned', 'overdue', 'done']),
    filter: ViewFilter,
    columns: Type.Array(FieldKey, { minItems: 1, maxItems: MAX_COLUMNS, uniqueItems: true }),
    sort: oneOf(['due', 'created', 'priority']),
  },
  { additionalProperties: false },
);
export type ViewDefinition = Static<typeof ViewDefinition>;
