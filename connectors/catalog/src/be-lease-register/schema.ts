import { Type, type Static } from 'typebox';

import { NationalNumber } from '../registers/national-number.ts';
import { RegisterAddress } from '../registers/register-address.ts';

export const Input = Type.Object({ nationalNumber: NationalNumber });

export const Output = Type.Object({
  leaseId: Type.String(),
  type: Type.Enum(['principalResidence', 'student', 'flatShare']),
  start: Type.String(),
  end: Type.String(),
  /** In euro, without charges. */
  monthlyRent: Type.Number(),
  landlordType: Type.Enum(['private', 'company', 'socialRentalAgency']),
  address: RegisterAddress,
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
