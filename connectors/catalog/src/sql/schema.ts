import { Type, type Static } from 'typebox';

const Scalar = Type.Union([Type.String({ maxLength: 100_000 }), Type.Number(), Type.Boolean(), Type.Null()]);

export const Input = Type.Object({
  credential: Type.String({ minLength: 1 }),
  statement: Type.String({ minLength: 1, maxLength: 20_000 }),
  parameters: Type.Optional(
    Type.Record(Type.String(), Type.Union([Scalar, Type.Array(Type.Union([Type.String(), Type.Number()]))])),
  ),
  maxRows: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
  timeoutMs: Type.Optional(Type.Integer({ minimum: 100, maximum: 30_000, default: 10_000 })),
});

const Row = Type.Record(Type.String(), Type.Unknown());

export const Output = Type.Object({
  rows: Type.Array(Row),
  /** Null where there is none. */
  first: Type.Union([Row, Type.Null()]),
  /** False where there are more than were asked for. */
  isComplete: Type.Boolean(),
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
