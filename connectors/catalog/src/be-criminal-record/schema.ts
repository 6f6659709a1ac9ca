import { Type, type Static } from 'typebox';

import { NationalNumber } from '../registers/national-number.ts';

export const Input = Type.Object({
  nationalNumber: NationalNumber,
  /** Model of the extract, which says for which activity it is asked. */
  model: Type.Optional(Type.String({ pattern: '^\\d{3}\\.\\d-\\d{1,2}$' })),
});

export const Output = Type.Object({
  /** Whether the extract is blank. Nothing else of it leaves the register. */
  isBlank: Type.Boolean(),
  asOf: Type.String(),
  validUntil: Type.String(),
  attestationId: Type.String(),
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
