import { Type, type Static } from 'typebox';

import { HolderNumber } from '../registers/holder-number.ts';
import { VehicleNumber } from '../registers/vehicle-number.ts';

export const Input = Type.Object({
  operation: Type.Enum(['reserve-text', 'register', 'send-file']),
  holderNumber: HolderNumber,
  vin: VehicleNumber,
  /** Letters and digits that somebody wants on the plate. */
  plateText: Type.Optional(Type.Union([Type.String({ minLength: 1, maxLength: 8 }), Type.Null()])),
  /** What the request is about, in the words of the service. */
  requestType: Type.Optional(Type.String({ maxLength: 40 })),
});

export const Output = Type.Object({
  outcome: Type.Enum(['reserved', 'taken', 'registered', 'received']),
  requestNumber: Type.String(),
  /** As soon as there is one. */
  plate: Type.Union([Type.String(), Type.Null()]),
});

/** What the service says: its refusal becomes an error of the process. */
export const Answer = Type.Object({
  requestNumber: Type.String(),
  plate: Output.properties.plate,
  outcome: Type.Enum(['reserved', 'taken', 'registered', 'received', 'rejected']),
  reasons: Type.Optional(Type.Array(Type.String())),
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
