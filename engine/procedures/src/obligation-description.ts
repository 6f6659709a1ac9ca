import { Type, type Static } from 'typebox';
import { closed, Name, Text } from './description-parts.ts';

/** When it is due. Flat, so that what is wrong is said of its own place; what does not fit together the lint says. */
const Due = Type.Object(
  {
    every: Type.Optional(Type.Union([Type.Literal('month'), Type.Literal('quarter'), Type.Literal('year')])),
    /** Of a quarter or a year; its last one where it is left out. */
    month: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
    /** A month that does not have it has it on its last day. Left out, it follows the first day of the obligation. */
    day: Type.Optional(Type.Integer({ minimum: 1, maximum: 31 })),
    /** Instead: the days themselves, of years in which people have obligations. */
    on: Type.Optional(
      Type.Array(Type.String({ format: 'date', pattern: '^2[01]' }), { minItems: 1, maxItems: 200, uniqueItems: true }),
    ),
  },
  closed,
);

/** A step of the ladder: the process is told of it so many days after the due day, and acts. */
const Sanction = Type.Object({ key: Name, name: Text, daysAfter: Type.Integer({ minimum: 1, maximum: 1000 }) }, closed);
export type Sanction = Static<typeof Sanction>;

/** The content of a `*.obligation.json`: what holders of a right have to show time and again. Closed. */
export const ObligationDescription = Type.Object(
  {
    kind: Type.Literal('obligation'),
    formatVersion: Type.Literal(1),
    key: Name,
    name: Text,
    /** What holders read of what they have to do. */
    summary: Type.Optional(Text),
    /** The kind of right on which it lies, of a `*.right.json` of the folder. */
    right: Name,
    due: Due,
    /** How many days before the due day holders may begin to answer. */
    opensDaysBefore: Type.Integer({ minimum: 0, maximum: 366 }),
    /** How many days after it what comes late is still accepted. */
    graceDays: Type.Integer({ minimum: 0, maximum: 366 }),
    /** The form of the folder by which holders answer. */
    form: Name,
    sanctions: Type.Optional(Type.Array(Sanction, { maxItems: 20 })),
  },
  closed,
);
export type ObligationDescription = Static<typeof ObligationDescription>;
