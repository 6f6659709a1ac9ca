import { Type, type Static } from 'typebox';

import { HolderNumber } from '../registers/holder-number.ts';
import { VehicleNumber } from '../registers/vehicle-number.ts';

export const Input = Type.Object({ holderNumber: HolderNumber, vin: VehicleNumber });

export const Output = Type.Object({
  isInsured: Type.Boolean(),
  insurer: Type.String(),
  policyNumber: Type.String(),
  validUntil: Type.String(),
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
