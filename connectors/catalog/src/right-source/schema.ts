import { Type, type Static } from 'typebox';

import { NationalNumber } from '../registers/national-number.ts';

export const Input = Type.Object({
  rightSource: Type.String({ pattern: '^right-[a-zA-Z0-9-]{3,57}$' }),
  nationalNumber: NationalNumber,
  rightNumber: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  onDay: Type.Optional(Type.String({ format: 'date' })),
});

/** Beside these stand the fields of the right that may be told, each under its own name. */
export const Output = Type.Object({
  answer: Type.Enum(['found', 'none']),
  /** What `register.mutation` is correlated on, when something of it changes. */
  mutationKey: Type.Optional(Type.String()),
  /** What values of these are called. */
  words: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  number: Type.Optional(Type.String()),
  state: Type.Optional(Type.String()),
  effect: Type.Optional(Type.Enum(['active', 'suspended', 'ended'])),
  validFrom: Type.Optional(Type.String()),
  validTo: Type.Optional(Type.Union([Type.String(), Type.Null()])),
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
