import { Type, type Static } from 'typebox';
import { closed, Name, Text } from './description-parts.ts';

/** The content of a `*.quota.json`: how many rights of a kind and category there may be at a time. Closed. */
export const QuotaDescription = Type.Object(
  {
    kind: Type.Literal('quota'),
    formatVersion: Type.Literal(1),
    key: Name,
    name: Text,
    /** The kind of right that takes a place, of a `*.right.json` of the folder. */
    right: Name,
    /** Which rights of the kind alone take one: those with this value in this field; all of them where it is left out. */
    category: Type.Optional(Type.Object({ field: Name, value: Type.String({ minLength: 1, maxLength: 200 }) }, closed)),
    /** The parameter of `parameters.json` that says by its days how many places there are. */
    ceiling: Type.String({ minLength: 1, maxLength: 100 }),
    /** How many days a place is kept for whoever has not confirmed it. */
    reservedDays: Type.Integer({ minimum: 1, maximum: 3660 }),
  },
  closed,
);
export type QuotaDescription = Static<typeof QuotaDescription>;
