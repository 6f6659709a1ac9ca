import { TAKEN_TEXTS } from '../fixtures/vehicles.ts';
import { vehicleSource } from './ask-vehicle.ts';

/** The federal service: it keeps a text, registers at once, or takes a file that it answers later. */
export const vehicleRegistration = vehicleSource(
  {
    id: 'vehicle-registration',
    title: 'Federal registration service',
    path: '/vehicle-registration/requests',
    urlSetting: 'VEHICLE_REGISTRATION_URL',
    tokenSecret: 'VEHICLE_REGISTRATION_TOKEN',
  },
  ({ vehicle, body }) => {
    const { operation, plateText } = body;
    const requestNumber = `FR-${vehicle.vin.slice(-6)}`;
    if (operation === 'reserve-text') {
      const isTaken = TAKEN_TEXTS.includes(String(plateText));
      return { json: { outcome: isTaken ? 'taken' : 'reserved', requestNumber, plate: null } };
    }
    if (operation === 'send-file') return { json: { outcome: 'received', requestNumber, plate: null } };
    return vehicle.refusedFor === undefined
      ? { json: { outcome: 'registered', requestNumber, plate: vehicle.nextPlate } }
      : { json: { outcome: 'rejected', requestNumber, plate: null, reasons: vehicle.refusedFor } };
  },
);
