import type { HttpSourceId } from '../source-ids.ts';
import { addressRegister } from './address-register.ts';
import { socialAttestation, taxAttestation } from './debt-attestation.ts';
import { criminalRecord } from './criminal-record.ts';
import { drivingLicense } from './driving-license.ts';
import { enterpriseRegister } from './enterprise-register.ts';
import { leaseRegister } from './lease-register.ts';
import { motorInsurance } from './motor-insurance.ts';
import { mandates } from './mandates.ts';
import { nationalRegister } from './national-register.ts';
import { realProperty } from './real-property.ts';
import { socialHousingRegister } from './social-housing-register.ts';
import type { Source } from './source.ts';
import { taxableIncome } from './taxable-income.ts';
import { technicalInspection } from './technical-inspection.ts';
import { vehicleRegister } from './vehicle-register.ts';
import { vehicleRegistration } from './vehicle-registration.ts';

/** Every source that answers over HTTP; one without a player does not compile. */
export const SOURCES: { readonly [Id in HttpSourceId]: Source } = {
  'national-register': nationalRegister,
  'social-housing-register': socialHousingRegister,
  'taxable-income': taxableIncome,
  'real-property': realProperty,
  'lease-register': leaseRegister,
  'address-register': addressRegister,
  'enterprise-register': enterpriseRegister,
  'tax-attestation': taxAttestation,
  'social-attestation': socialAttestation,
  'vehicle-register': vehicleRegister,
  'technical-inspection': technicalInspection,
  'motor-insurance': motorInsurance,
  'vehicle-registration': vehicleRegistration,
  'driving-license': drivingLicense,
  'criminal-record': criminalRecord,
  mandates,
};
