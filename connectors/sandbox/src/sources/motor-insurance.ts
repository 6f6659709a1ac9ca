import { notFound } from '../problem.ts';
import { vehicleSource } from './ask-vehicle.ts';

/** Who insures a vehicle. */
export const motorInsurance = vehicleSource(
  {
    id: 'motor-insurance',
    title: 'Motor insurance',
    path: '/motor-insurance/policies/search',
    urlSetting: 'MOTOR_INSURANCE_URL',
    tokenSecret: 'MOTOR_INSURANCE_TOKEN',
  },
  ({ vehicle: { policy } }) =>
    policy === undefined
      ? { problem: notFound() }
      : {
          json: { isInsured: true, insurer: policy.insurer, policyNumber: policy.number, validUntil: '2036-12-31' },
        },
);
