import { Type, type Static } from 'typebox';

import { HolderNumber } from '../registers/holder-number.ts';
import { VehicleNumber } from '../registers/vehicle-number.ts';

export const Input = Type.Object({ holderNumber: HolderNumber, vin: VehicleNumber });

export const Output = Type.Object({
  attestationId: Type.String(),
  result: Type.Enum(['passed', 'passedForAWhile', 'failed']),
  inspectedOn: Type.String(),
  validUntil: Type.String(),
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
