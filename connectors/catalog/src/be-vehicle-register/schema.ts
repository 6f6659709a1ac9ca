import { Type, type Static } from 'typebox';

import { HolderNumber } from '../registers/holder-number.ts';
import { VehicleNumber } from '../registers/vehicle-number.ts';

export const Input = Type.Object({ holderNumber: HolderNumber, vin: VehicleNumber });

/** What is not known is null. */
export const Output = Type.Object({
  vin: VehicleNumber,
  /** Who stands in the register, seen from the one who is asked about. */
  holder: Type.Enum(['self', 'other', 'none']),
  status: Type.Enum(['registered', 'preRegistered', 'struckOff', 'stolen']),
  plate: Type.Union([Type.String(), Type.Null()]),
  firstRegistration: Type.Union([Type.String(), Type.Null()]),
  make: Type.String(),
  model: Type.String(),
  /** European category, such as M1 for a passenger car. */
  category: Type.String(),
  fuel: Type.Enum(['petrol', 'diesel', 'electric', 'hybrid', 'gas']),
  /** Step of the European emission standards; none for an electric vehicle. */
  euroStandard: Type.Union([Type.Number(), Type.Null()]),
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
