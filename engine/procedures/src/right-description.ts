import { Type, type Static } from 'typebox';
import { closed, Name, Text } from './description-parts.ts';
import { RightSourceDescription } from './right-source-description.ts';

const RightLeaf = {
  label: Text,
  /** Whether clerks find rights by it. */
  searched: Type.Optional(Type.Boolean()),
  /** Whether everybody who checks a certificate reads it. */
  public: Type.Optional(Type.Boolean()),
  /** Whether it stays in the administration: no certificate check and no other administration is ever told it. */
  restricted: Type.Optional(Type.Boolean()),
  /** Whether processes alone read it, such as the account that is paid to: no page, certificate or letter shows it. */
  internal: Type.Optional(Type.Boolean()),
};

/** One value of a right, in the words of JSON Schema; what is an amount is text of euros and cents, never a double. */
const RightField = Type.Union([
  Type.Object(
    {
      type: Type.Literal('string'),
      format: Type.Optional(Type.Union([Type.Literal('date'), Type.Literal('money')])),
      enum: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: 200 })),
      /** Values of `enum` in every language. */
      words: Type.Optional(Type.Record(Type.String(), Text)),
      maxLength: Type.Optional(Type.Integer({ minimum: 1, maximum: 4000 })),
      ...RightLeaf,
    },
    closed,
  ),
  Type.Object(
    {
      type: Type.Literal('integer'),
      minimum: Type.Optional(Type.Integer()),
      maximum: Type.Optional(Type.Integer()),
      ...RightLeaf,
    },
    closed,
  ),
  Type.Object({ type: Type.Literal('boolean'), ...RightLeaf }, closed),
  Type.Object(
    {
      type: Type.Literal('array'),
      items: Type.Object(
        { type: Type.Literal('string'), maxLength: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) },
        closed,
      ),
      maxItems: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
      ...RightLeaf,
    },
    closed,
  ),
]);
export type RightField = Static<typeof RightField>;

/** What a state is worth, whatever its kind calls it: in it the right holds, rests, or is over for good. */
export const RightEffect = Type.Union([Type.Literal('active'), Type.Literal('suspended'), Type.Literal('ended')]);
export type RightEffect = Static<typeof RightEffect>;

const RightState = Type.Object(
  {
    key: Name,
    label: Text,
    effect: RightEffect,
    /** The state in which it stands instead while an appeal with suspensive effect runs against the decision that led here. */
    whileAppealed: Type.Optional(Name),
  },
  closed,
);

const RightMove = Type.Object(
  {
    from: Name,
    to: Name,
    /** Whether a process may; it may where it is left out. */
    process: Type.Optional(Type.Boolean()),
    /** Groups of the administration whose clerks may by hand; nobody where it is left out. */
    groups: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z][a-z0-9-]{1,39}$' }), { maxItems: 50 })),
  },
  closed,
);

/** The content of a `*.right.json`: a kind of right that decisions of a procedure leave behind. Closed. */
export const RightDescription = Type.Object(
  {
    kind: Type.Literal('right'),
    formatVersion: Type.Literal(1),
    key: Name,
    name: Text,
    /** `RA-2026-00042`: prefix, year, and the place in the row of that prefix and year, without holes. */
    number: Type.Object(
      {
        prefix: Type.String({ pattern: '^[A-Z][A-Z0-9]{0,9}$' }),
        digits: Type.Integer({ minimum: 3, maximum: 9 }),
      },
      closed,
    ),
    /** What the applicant is called as its holder. */
    holder: Text,
    /** Roles of the procedure whose participants hold it too. */
    roles: Type.Optional(Type.Array(Name, { maxItems: 20, uniqueItems: true })),
    /** Until when it holds: so many months, or the day that a field says; without end where it is left out. */
    validity: Type.Optional(
      Type.Union([
        Type.Object({ months: Type.Integer({ minimum: 1, maximum: 1200 }) }, closed),
        Type.Object({ until: Name }, closed),
      ]),
    ),
    /** The first is the one in which it is granted. */
    states: Type.Array(RightState, { minItems: 1, maxItems: 20 }),
    moves: Type.Array(RightMove, { maxItems: 100 }),
    /** JSON Schema of what it says, one level deep, with what people call it. */
    data: Type.Object(
      {
        type: Type.Literal('object'),
        required: Type.Optional(Type.Array(Name, { maxItems: 100, uniqueItems: true })),
        properties: Type.Record(Type.String({ pattern: '^[a-zA-Z][a-zA-Z0-9]{0,62}$' }), RightField, {
          ...closed,
          maxProperties: 100,
        }),
      },
      closed,
    ),
    /** Present where other administrations may ask for rights of this kind. */
    source: Type.Optional(RightSourceDescription),
  },
  closed,
);
export type RightDescription = Static<typeof RightDescription>;
