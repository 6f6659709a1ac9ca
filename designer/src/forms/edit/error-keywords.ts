import type { Field } from './fields.ts';

/** What may be wrong with an answer and may have words of its own. */
export const errorKeywords = [
  'required',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'dateMin',
  'dateMax',
  'minItems',
  'maxItems',
] as const;
export type ErrorKeyword = (typeof errorKeywords)[number];

const isAsked = ({ schema, control }: Field): boolean =>
  schema.readOnly !== true && control.options.widget !== 'computed';

/** What of a field can be wrong. A list that must be answered lacks an item; a declaration lacks its tick. */
export const keywordsOf = (field: Field): readonly ErrorKeyword[] => {
  const { schema, required, control } = field;
  if (!isAsked(field)) return [];
  const mayLack = required || control.options.requiredWhen !== undefined;
  return errorKeywords.filter((keyword) => {
    if (keyword === 'required') return mayLack;
    if (keyword === 'minItems') return schema.minItems !== undefined || (mayLack && schema.type === 'array');
    return schema[keyword] !== undefined;
  });
};
