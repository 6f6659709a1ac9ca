import { Type, type Static } from 'typebox';

import { NationalNumber } from '../registers/national-number.ts';

export const Input = Type.Object({ nationalNumbers: Type.Array(NationalNumber, { minItems: 1, maxItems: 20 }) });

const Right = {
  capakey: Type.String(),
  right: Type.Enum(['full', 'usufruct', 'bare', 'leasehold']),
  /** As a fraction, such as `1/2`. */
  share: Type.String(),
  from: Type.String(),
};

export const Output = Type.Object({
  ownsProperty: Type.Boolean(),
  rights: Type.Array(Type.Object({ nationalNumber: Type.String(), ...Right })),
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;

/** What the register sends. */
export const WireRights = Type.Object({ rights: Type.Array(Type.Object(Right)) });
