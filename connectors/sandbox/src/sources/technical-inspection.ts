import { notFound } from '../problem.ts';
import { vehicleSource } from './ask-vehicle.ts';

/** The last inspection of a vehicle, which is valid for years so that a demonstration does not grow old. */
export const technicalInspection = vehicleSource(
  {
    id: 'technical-inspection',
    title: 'Technical inspection',
    path: '/technical-inspection/attestations/search',
    urlSetting: 'TECHNICAL_INSPECTION_URL',
    tokenSecret: 'TECHNICAL_INSPECTION_TOKEN',
  },
  ({ vehicle: { vin, inspection } }) =>
    inspection === undefined
      ? { problem: notFound() }
      : { json: { attestationId: `TI-${vin.slice(-6)}`, ...inspection, validUntil: '2036-12-31' } },
);
