import { Type, type Static } from 'typebox';

const Scalar = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]);

export const Input = Type.Object({
  query: Type.String({ minLength: 1, maxLength: 20_000 }),
  parameters: Type.Optional(
    Type.Record(
      Type.String(),
      Type.Union([Scalar, Type.Array(Type.Union([Type.String(), Type.Number()]), { minItems: 1, maxItems: 500 })]),
    ),
  ),
  most: Type.Optional(Type.Integer({ minimum: 1, maximum: 2000, default: 200 })),
});

export const Output = Type.Object({
  /** How many the CRM found, also those that were not read. */
  total: Type.Integer(),
  records: Type.Array(Type.Record(Type.String(), Type.Unknown())),
  /** Whether `records` holds them all. */
  isComplete: Type.Boolean(),
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
