import { Type, type Static } from 'typebox';

import { NationalNumber } from '../registers/national-number.ts';

export const Input = Type.Object({ nationalNumber: NationalNumber });

export const Output = Type.Object({
  licenseNumber: Type.String(),
  /** Whether its holder may drive today. */
  status: Type.Enum(['valid', 'suspended', 'withdrawn']),
  country: Type.String(),
  categories: Type.Array(
    Type.Object({
      category: Type.String(),
      /** The day on which it was first obtained, in whatever country. */
      since: Type.String(),
      validUntil: Type.Optional(Type.String()),
    }),
  ),
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
