import { Type } from 'typebox';

/** The identification number of a vehicle. Those from before the standard of 17 characters are shorter. */
export const VehicleNumber = Type.String({ pattern: '^[A-HJ-NPR-Z0-9]{5,17}$' });
