import { Type, type Static } from 'typebox';

import { NationalNumber } from '../registers/national-number.ts';

export const Input = Type.Object({ nationalNumber: NationalNumber });

const Status = Type.Enum(['waiting', 'allocated', 'removed']);

export const Output = Type.Object({
  registrationNumber: Type.String(),
  referenceNumber: Type.String(),
  /** Whether the person asked about is the one who registered the household. */
  isReferencePerson: Type.Boolean(),
  priorityPoints: Type.Integer({ minimum: 0 }),
  status: Status,
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;

/** What the register sends. */
export const WireCandidate = Type.Object({
  registrationNumber: Type.String(),
  referencePersonSsin: Type.String(),
  priorityPoints: Type.Integer({ minimum: 0 }),
  status: Status,
});
